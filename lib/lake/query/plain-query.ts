import type { ExprNode } from "groq-js";

import { perNode } from "./per-node.ts";
import { descendants } from "./tree.ts";

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

function isLinear(node: ExprNode): boolean {
  if (node.type === "OpCall") return comparisons.has(node.op);
  if (node.type === "FuncCall") return node.namespace === "global" && functions.has(node.name);
  if (node.type === "PipeFuncCall") return node.name === "order";
  return linear.has(node.type);
}

/** Tell whether a query's work grows with the documents it reads and with nothing else. */
export const isPlainQuery = perNode((tree): boolean => {
  let nodes = 0;
  for (const node of descendants(tree)) {
    nodes += 1;
    if (nodes > mostNodes || !isLinear(node)) return false;
  }
  return true;
});
