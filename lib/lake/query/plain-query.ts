import type { ExprNode } from "groq-js";

import { perNode } from "./per-node.ts";
import { children } from "./tree.ts";

/** What works through a document once. `Parent` is not among them: with it, loops multiply. */
const linear = new Set<ExprNode["type"]>([
  "AccessAttribute",
  "AccessElement",
  "And",
  "ArrayCoerce",
  "Asc",
  "Deref",
  "Desc",
  "Everything",
  "Filter",
  "Group",
  "Map",
  "Not",
  "Object",
  "Or",
  "Parameter",
  "PipeFuncCall",
  "Projection",
  "Select",
  "Slice",
  "This",
  "Value",
]);
const comparisons = new Set(["==", "!=", "<", "<=", ">", ">=", "in"]);
const functions = new Set(["coalesce", "count", "defined", "path"]);
const mostNodes = 600;

const isComparison = (node: ExprNode): boolean =>
  node.type === "OpCall" && comparisons.has(node.op);

function isLinear(node: ExprNode): boolean {
  if (node.type === "OpCall") return isComparison(node);
  if (node.type === "FuncCall") return node.namespace === "global" && functions.has(node.name);
  if (node.type === "PipeFuncCall") return node.name === "order";
  return linear.has(node.type);
}

/** `path()` of a pattern that is not there to be seen may be any pattern. */
const isOpenPath = (node: ExprNode): boolean =>
  node.type === "FuncCall" && node.name === "path" && node.args[0]?.type !== "Value";

const hasSplat = (node: ExprNode): boolean =>
  node.type === "Array" && node.elements.some(({ isSplat }) => isSplat);

type Place = { node: ExprNode; isLooped: boolean; isCompared: boolean };

/**
 * Lists that do not come from a document may be compared with (`in`, `==`) and not gone through: a loop over one
 * inside a loop over another multiplies.
 */
function isPlainHere({ node, isLooped, isCompared }: Place): boolean {
  if (node.type === "Parameter") return isCompared || !isLooped;
  if (node.type === "Array") return isCompared && !hasSplat(node);
  return isLinear(node) && !isOpenPath(node);
}

function inside({ node, isLooped, isCompared }: Place): Place[] {
  return children(node).map((child) => ({
    node: child.node,
    isLooped: isLooped || child.step !== "same",
    isCompared: isComparison(node) || (node.type === "Array" && isCompared),
  }));
}

/** Tell whether a query's work grows with the documents it reads and with nothing else. */
export const isPlainQuery = perNode((tree): boolean => {
  const waiting: Place[] = [{ node: tree, isLooped: false, isCompared: false }];
  let nodes = 0;
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    nodes += 1;
    if (nodes > mostNodes || !isPlainHere(place)) return false;
    waiting.push(...inside(place));
  }
  return true;
});
