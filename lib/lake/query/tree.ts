import type { ExprNode, FuncCallNode, ObjectAttributeNode } from "groq-js";

import { perNode } from "./per-node.ts";

/** In which scope a child is evaluated: its parent's own, that of an element, or that of a mapped element. */
type ScopeStep = "same" | "nested" | "hidden";
export type Child = { node: ExprNode; step: ScopeStep };

const same = (...nodes: readonly (ExprNode | undefined)[]): Child[] =>
  nodes.flatMap((node) => (node ? [{ node, step: "same" as const }] : []));

function attributeChildren(attribute: ObjectAttributeNode): Child[] {
  return attribute.type === "ObjectConditionalSplat"
    ? same(attribute.condition, attribute.value)
    : same(attribute.value);
}

function compoundChildren(node: ExprNode): Child[] | null {
  switch (node.type) {
    case "Object":
      return node.attributes.flatMap(attributeChildren);
    case "Array":
      return same(...node.elements.map(({ value }) => value));
    case "Select":
      return same(
        ...node.alternatives.flatMap(({ condition, value }) => [condition, value]),
        node.fallback,
      );
    case "FuncCall":
      return same(...node.args);
    case "Tuple":
      return same(...node.members);
    case "PipeFuncCall":
      return [
        ...same(node.base),
        ...node.args.map((arg) => ({ node: arg, step: "nested" as const })),
      ];
    case "Filter":
    case "Projection":
      return [...same(node.base), { node: node.expr, step: "nested" }];
    case "Map":
    case "FlatMap":
      return [...same(node.base), { node: node.expr, step: "hidden" }];
    default:
      return null;
  }
}

/** List what a node is made of, each with the scope it is evaluated in. */
export function children(node: ExprNode): Child[] {
  const compound = compoundChildren(node);
  if (compound) return compound;
  switch (node.type) {
    case "InRange":
      return same(node.base, node.left, node.right);
    case "OpCall":
    case "And":
    case "Or":
      return same(node.left, node.right);
    case "SelectorFuncCall":
      return same(node.arg);
    case "SelectorNested":
      return same(node.base, node.nested);
    default:
      return "base" in node ? same(node.base) : [];
  }
}

/** Visit a node and all below it. */
export function* descendants(node: ExprNode): Generator<ExprNode> {
  yield node;
  for (const child of children(node)) yield* descendants(child.node);
}

const readsThis = new Set(["global::references", "sanity::versionOf", "sanity::partOfRelease"]);

type Position = { distance: number; isOwn: boolean; isHidden: boolean };

function step({ distance, isHidden, isOwn }: Position, kind: ScopeStep): Position {
  if (kind === "same") return { distance, isHidden, isOwn };
  return {
    distance: isHidden ? distance : distance + 1,
    isOwn: false,
    isHidden: kind === "hidden",
  };
}

function isCallOnThis({ namespace, name }: FuncCallNode, isOwn: boolean): boolean {
  if (namespace === "diff" || namespace === "delta") return true;
  return isOwn && readsThis.has(`${namespace}::${name}`);
}

function ownLevel(node: ExprNode, at: Position): number | null {
  switch (node.type) {
    case "Parent":
      return node.n >= at.distance ? node.n - at.distance : null;
    case "This":
      return at.isOwn ? 0 : null;
    case "AccessAttribute":
      return at.isOwn && !node.base ? 0 : null;
    case "FuncCall":
      return isCallOnThis(node, at.isOwn) ? 0 : null;
    default:
      return null;
  }
}

/**
 * Tell which scopes around a node it reads: 0 is `@`, 1 is what `^` names there, and so on.
 *
 * An empty answer means that the value never changes; without 0 it is the same for every element of a loop.
 */
export function levelsRead(node: ExprNode, isHidden: boolean): ReadonlySet<number> {
  return isHidden ? levelsReadHidden(node) : levelsReadPlain(node);
}

const levelsReadHidden = perNode((node) => findLevels(node, true));
const levelsReadPlain = perNode((node) => findLevels(node, false));

function findLevels(node: ExprNode, isHidden: boolean): Set<number> {
  const found = new Set<number>();
  const visit = (current: ExprNode, at: Position): void => {
    const level = ownLevel(current, at);
    if (level !== null) found.add(level);
    for (const child of children(current)) visit(child.node, step(at, child.step));
  };
  visit(node, { distance: 0, isOwn: true, isHidden });
  return found;
}

const looping = new Set<ExprNode["type"]>([
  "Everything",
  "Filter",
  "FlatMap",
  "Map",
  "PipeFuncCall",
]);

/** Tell whether evaluating a node goes through the dataset or another list: what is too dear to do twice. */
export const isLaborious = perNode(
  (node): boolean =>
    looping.has(node.type) || children(node).some((child) => isLaborious(child.node)),
);

/** Take off what changes nothing: parentheses, and `[]` on what is an array already. */
export function unwrapped(node: ExprNode): ExprNode {
  return node.type === "Group" || (node.type === "ArrayCoerce" && isScan(node.base))
    ? unwrapped(node.base)
    : node;
}

/** Tell whether a node is the dataset, filtered or not. */
export function isScan(node: ExprNode): boolean {
  switch (node.type) {
    case "Everything":
      return true;
    case "Group":
    case "ArrayCoerce":
    case "Filter":
      return isScan(node.base);
    case "FuncCall":
      return node.namespace === "releases" && node.name === "all";
    default:
      return false;
  }
}

const releaseFilter: ExprNode = {
  type: "OpCall",
  op: "==",
  left: { type: "AccessAttribute", name: "_type" },
  right: { type: "Value", value: "system.release" },
};

/** List the filters of a scan, innermost first. `releases::all()` is a scan with a filter of its own. */
export function scanFilters(node: ExprNode): ExprNode[] {
  switch (node.type) {
    case "Filter":
      return [...scanFilters(node.base), node.expr];
    case "Group":
    case "ArrayCoerce":
      return scanFilters(node.base);
    case "FuncCall":
      return [releaseFilter];
    default:
      return [];
  }
}

/** Read a plain path of attributes (`slug.current`, `@.a.b`); null for anything else. */
export function attributePath(node: ExprNode | undefined): readonly string[] | null {
  if (node === undefined || node.type === "This") return [];
  if (node.type === "Group") return attributePath(node.base);
  if (node.type !== "AccessAttribute") return null;
  const base = attributePath(node.base);
  return base && [...base, node.name];
}
