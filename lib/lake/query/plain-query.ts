import type { ExprNode } from "groq-js";

import { perNode } from "./per-node.ts";
import { children, isScan } from "./tree.ts";

/** What works through a document once. `Parent` is not among them: with it, loops over lists multiply. */
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
const mostNodes = 1000;

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

type Place = {
  node: ExprNode;
  isLooped: boolean;
  isCompared: boolean;
  /** Whether the innermost loop is a filter of the dataset, of which few documents may be read. */
  isScanned: boolean;
  /** Whether a loop around it goes through a list of a document, however long. */
  isInList: boolean;
};

/**
 * Lists that do not come from a document may be compared with (`in`, `==`) and not gone through: a loop over one
 * inside a loop over another multiplies. What `^` names may be compared with the documents of a scan.
 */
function isPlainHere({ node, isLooped, isCompared, isScanned, isInList }: Place): boolean {
  if (node.type === "Parameter") return isCompared || !isLooped;
  if (node.type === "Parent") return isCompared && isScanned && !isInList;
  if (node.type === "Array") return isCompared && !hasSplat(node);
  return isLinear(node) && !isOpenPath(node);
}

const takingOut = new Set<ExprNode["type"]>(["AccessAttribute", "Array", "ArrayCoerce", "Map"]);

/** Whether a node gives no more than what it is made of: `coalesce(^.related[]._ref, [])`. */
const isPassedOn = (node: ExprNode): boolean =>
  takingOut.has(node.type) || (node.type === "FuncCall" && node.name === "coalesce");

const ofDataset = new Set<ExprNode["type"]>([
  "AccessElement",
  "ArrayCoerce",
  "Filter",
  "Group",
  "Map",
  "PipeFuncCall",
  "Projection",
  "Slice",
]);

/** Whether a node's elements are documents, or one each of a document. */
const isOfDataset = (node: ExprNode): boolean =>
  isScan(node) || (ofDataset.has(node.type) && "base" in node && isOfDataset(node.base));

function inside({ node, isLooped, isCompared, isScanned, isInList }: Place): Place[] {
  const base = "base" in node ? node.base : undefined;
  const isOfDocuments = base !== undefined && isOfDataset(base);
  return children(node).map(({ node: child, step }) => ({
    node: child,
    isLooped: isLooped || step !== "same",
    isCompared: isComparison(node) || (isCompared && isPassedOn(node)),
    isScanned: step === "same" ? isScanned : node.type === "Filter" && isOfDocuments,
    isInList: isInList || (step !== "same" && !isOfDocuments),
  }));
}

/** Tell whether a query's work grows with the documents it reads and with nothing else. */
export const isPlainQuery = perNode((tree): boolean => {
  const waiting: Place[] = [
    { node: tree, isLooped: false, isCompared: false, isScanned: false, isInList: false },
  ];
  let nodes = 0;
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    nodes += 1;
    if (nodes > mostNodes || !isPlainHere(place)) return false;
    waiting.push(...inside(place));
  }
  return true;
});
