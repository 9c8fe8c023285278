import { Path, type AndNode, type ExprNode, type OpCallNode, type OrNode } from "groq-js";

import type { Compiler, Scope } from "./expression.ts";
import { nestedScope } from "./expression.ts";
import { textQueryArgument } from "./operators.ts";
import type { Condition, Scalar } from "./source.ts";
import { gather, isSearchable, isUnspaced, textTerms } from "./text.ts";
import { attributePath, children, levelsRead } from "./tree.ts";

/** A condition whose values are still to be read from the scope around the filter. */
export type Template = (scope: Scope) => Condition;

const any: Condition = { kind: "any" };
const understoodNothing: Template = () => any;

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** A value that does not depend on the document being filtered, so that it can be read before any is. */
function outerValue(compiler: Compiler, node: ExprNode): ((scope: Scope) => unknown) | null {
  if (levelsRead(node, false).has(0)) return null;
  const expression = compiler.compile(node);
  return (scope) => expression.get(nestedScope(scope, null));
}

type Comparison = { path: readonly string[]; value: (scope: Scope) => unknown };

function comparisonOf(
  compiler: Compiler,
  pathNode: ExprNode,
  valueNode: ExprNode,
): Comparison | null {
  const path = attributePath(pathNode);
  if (!path?.length) return null;
  const value = outerValue(compiler, valueNode);
  return value && { path, value };
}

/** `==` with null means "missing"; with an array or object it is never true. */
function equal(path: readonly string[], value: unknown, isNegated: boolean): Condition {
  if (value === null || value === undefined)
    return { kind: "defined", path, isNegated: !isNegated };
  if (isScalar(value)) return { kind: "equal", path, values: [value], isNegated };
  return any;
}

function equality(compiler: Compiler, node: OpCallNode, isNegated: boolean): Template | null {
  const found =
    comparisonOf(compiler, node.left, node.right) ?? comparisonOf(compiler, node.right, node.left);
  return found && ((scope) => equal(found.path, found.value(scope), isNegated));
}

const flipped = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

function range(
  compiler: Compiler,
  node: OpCallNode,
  operator: keyof typeof flipped,
): Template | null {
  const forward = comparisonOf(compiler, node.left, node.right);
  const found = forward ?? comparisonOf(compiler, node.right, node.left);
  if (!found) return null;
  const direction = forward ? operator : flipped[operator];
  return (scope) => {
    const value = found.value(scope);
    if (typeof value === "string" || typeof value === "number") {
      return { kind: "range", path: found.path, operator: direction, value };
    }
    return typeof value === "boolean" ? any : value === null ? { kind: "none" } : any;
  };
}

function memberOf(path: readonly string[], list: unknown, isNegated: boolean): Condition {
  if (list instanceof Path) {
    return path.length === 1 && path[0] === "_id"
      ? { kind: "path", pattern: list.toJSON(), isNegated }
      : any;
  }
  if (!Array.isArray(list)) return any;
  const values = list.filter(isScalar);
  return values.length === list.length ? { kind: "equal", path, values, isNegated } : any;
}

/** The store keeps no list of references into media libraries, whose ids hold a colon. */
function referring(ids: readonly string[]): Condition {
  return ids.some((id) => id.includes(":")) ? any : { kind: "references", ids };
}

/** `$id in tags[]._ref`: the document refers to `$id`, whichever way. */
function referenceArray(node: ExprNode): boolean {
  if (node.type === "Group") return referenceArray(node.base);
  if (node.type !== "Map" || node.expr.type !== "AccessAttribute" || node.expr.name !== "_ref")
    return false;
  return node.base.type === "ArrayCoerce" && Boolean(attributePath(node.base.base)?.length);
}

function membership(compiler: Compiler, node: OpCallNode, isNegated: boolean): Template | null {
  const found = comparisonOf(compiler, node.left, node.right);
  if (found) return (scope) => memberOf(found.path, found.value(scope), isNegated);
  if (isNegated || !referenceArray(node.right)) return null;
  const value = outerValue(compiler, node.left);
  return (
    value &&
    ((scope) => {
      const id = value(scope);
      return typeof id === "string" ? referring([id]) : any;
    })
  );
}

const ownTextTypes = new Set([
  "This",
  "AccessAttribute",
  "Group",
  "ArrayCoerce",
  "Slice",
  "Map",
  "FlatMap",
  "Array",
]);

/**
 * Tell whether a text comes from the document alone and as it stands.
 *
 * A joined text, a constant or another document's text may hold words that the index knows nothing of here.
 */
function isOwnText(node: ExprNode): boolean {
  if (node.type === "AccessAttribute" && !isSearchable(node.name)) return false;
  const isText =
    ownTextTypes.has(node.type) || (node.type === "FuncCall" && node.namespace === "pt");
  return isText && children(node).every((child) => isOwnText(child.node));
}

/** Words that every document found must hold somewhere: only whole Chinese runs, which `match` finds anywhere. */
function matching(compiler: Compiler, node: OpCallNode): Template | null {
  const argument = textQueryArgument(node);
  const value = isOwnText(node.left) ? outerValue(compiler, argument ?? node.right) : null;
  if (!value) return null;
  return (scope) => {
    const pattern = value(scope);
    const texts = argument && typeof pattern === "string" ? [pattern] : gather(pattern).texts;
    const terms = texts.flatMap((text) =>
      textTerms(argument ? text : text.replaceAll(/["*-]/g, " ")),
    );
    const required = terms.filter(
      (term) => !term.excluded && (argument !== null || isUnspaced(term.text)),
    );
    return required.length > 0 ? { kind: "text", terms: required } : any;
  };
}

function comparing(compiler: Compiler, node: OpCallNode, wanted: boolean): Template | null {
  switch (node.op) {
    case "==":
      return equality(compiler, node, !wanted);
    case "!=":
      return equality(compiler, node, wanted);
    case "in":
      return membership(compiler, node, !wanted);
    case "match":
      return wanted ? matching(compiler, node) : null;
    case "<":
    case "<=":
    case ">":
    case ">=":
      return wanted ? range(compiler, node, node.op) : null;
    default:
      return null;
  }
}

function calling(
  compiler: Compiler,
  node: Extract<ExprNode, { type: "FuncCall" }>,
  wanted: boolean,
): Template | null {
  const name = `${node.namespace}::${node.name}`;
  if (name === "global::defined") {
    const path = attributePath(node.args[0]);
    return path?.length ? () => ({ kind: "defined", path, isNegated: !wanted }) : null;
  }
  if (name !== "global::references" || !wanted) return null;
  const values = node.args.map((arg) => outerValue(compiler, arg));
  return (scope) => {
    if (values.includes(null)) return any;
    const ids = values.flatMap((value) => gather(value?.(scope)).texts);
    return ids.length > 0 ? referring(ids) : { kind: "none" };
  };
}

/** `!(a && b)` can be true where either is false, and the other way round. */
function combined(compiler: Compiler, node: AndNode | OrNode, wanted: boolean): Template {
  const left = translate(compiler, node.left, wanted);
  const right = translate(compiler, node.right, wanted);
  const kind = (node.type === "And") === wanted ? "and" : "or";
  return (scope) => ({ kind, parts: [left(scope), right(scope)] });
}

function flagged(node: ExprNode, wanted: boolean): Template | null {
  const path = attributePath(node);
  return path?.length ? () => ({ kind: "equal", path, values: [wanted], isNegated: false }) : null;
}

/**
 * Translate a filter into the condition under which it can be `wanted`.
 *
 * The condition may allow more than the filter does. `compiler` is that of the filter's own scope.
 */
export function translate(compiler: Compiler, node: ExprNode, wanted = true): Template {
  switch (node.type) {
    case "Group":
      return translate(compiler, node.base, wanted);
    case "And":
    case "Or":
      return combined(compiler, node, wanted);
    case "Not":
      return translate(compiler, node.base, !wanted);
    case "OpCall":
      return comparing(compiler, node, wanted) ?? understoodNothing;
    case "FuncCall":
      return calling(compiler, node, wanted) ?? understoodNothing;
    case "AccessAttribute":
      return flagged(node, wanted) ?? understoodNothing;
    default:
      return understoodNothing;
  }
}

/** Put the conditions of several filters together. */
export function allOf(templates: readonly Template[]): Template {
  return (scope) => ({ kind: "and", parts: templates.map((template) => template(scope)) });
}
