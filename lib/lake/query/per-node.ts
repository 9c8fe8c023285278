import type { ExprNode } from "groq-js";

/** Work something out once for each node: trees are never changed, and live as long as their query is remembered. */
export function perNode<T>(make: (node: ExprNode) => T): (node: ExprNode) => T {
  const known = new WeakMap<ExprNode, { value: T }>();
  return (node) => {
    const found = known.get(node);
    if (found) return found.value;
    const value = make(node);
    known.set(node, { value });
    return value;
  };
}
