import type { ExprNode } from "groq-js";

import { perNode } from "./per-node.ts";
import { children, descendants } from "./tree.ts";

/** Nodes that read of `@` only what their children in the same scope read. */
const transparent = new Set<ExprNode["type"]>([
  "AccessAttribute",
  "AccessElement",
  "And",
  "ArrayCoerce",
  "Deref",
  "Everything",
  "Filter",
  "FlatMap",
  "Group",
  "Map",
  "Not",
  "Object",
  "OpCall",
  "Or",
  "Parameter",
  "Projection",
  "Select",
  "Slice",
  "Value",
]);
const functions = new Set(["coalesce", "count", "defined"]);
const plainName = /^[A-Za-z_]\w*$/;

function isTransparent(node: ExprNode): boolean {
  if (node.type === "FuncCall") return node.namespace === "global" && functions.has(node.name);
  return transparent.has(node.type);
}

function collect(node: ExprNode, names: Set<string>): boolean {
  if (!isTransparent(node)) return false;
  if (node.type === "AccessAttribute" && !node.base) {
    names.add(node.name);
    return plainName.test(node.name) && node.name !== "__proto__";
  }
  return children(node).every((child) => child.step !== "same" || collect(child.node, names));
}

/** List the attributes that a projection of `@` reads; null when it may read others, or `@` as a whole. */
export const namesProjected = perNode((node): readonly string[] | null => {
  if (node.type !== "Projection" || node.base.type !== "This") return null;
  for (const { type } of descendants(node)) if (type === "Parent") return null;
  const names = new Set<string>();
  return collect(node.expr, names) ? Array.from(names) : null;
});
