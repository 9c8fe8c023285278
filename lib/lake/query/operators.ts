import { DateTime, Path, type ExprNode, type OpCall } from "groq-js";

import type { Compiler, Expression, Scope } from "./expression.ts";
import { valued } from "./expression.ts";
import { matches, matchesTextQuery, textTerms } from "./text.ts";
import { finite, isEqual, isMember, isObject, partialCompare } from "./values.ts";

/** Where a pattern may go on after one of its segments, from the places in an id where it could begin. */
function placesAfter(
  segment: string,
  places: readonly number[],
  parts: readonly string[],
): number[] {
  if (segment === "**") {
    const first = places[0] ?? parts.length;
    return Array.from({ length: parts.length - first }, (_unused, step) => first + step + 1);
  }
  const fits = (part: string | undefined): boolean =>
    part !== undefined && (segment === "*" ? part !== "" : part === segment);
  return places.filter((place) => fits(parts[place])).map((place) => place + 1);
}

/**
 * Match an id against the pattern of `path()`: `*` is one segment, `**` one or more.
 *
 * Not a regular expression: with many `**` that would try every way to divide the id among them.
 */
function matchesPath(pattern: string, id: string): boolean {
  // What every list of published documents asks.
  if (pattern === "*") return id !== "" && !id.includes(".");
  const parts = id.split(".");
  let places = [0];
  for (const segment of pattern.split(".")) {
    places = placesAfter(segment, places, parts);
    if (places.length === 0) return false;
  }
  return places.at(-1) === parts.length;
}

function contains(right: unknown, left: unknown): boolean | null {
  if (Array.isArray(right)) return isMember(left, right);
  if (!(right instanceof Path)) return null;
  const id = left instanceof Path ? left.toJSON() : left;
  return typeof id === "string" ? matchesPath(right.toJSON(), id) : null;
}

function addNumber(left: unknown, right: number): unknown {
  if (typeof left === "number") return finite(left + right);
  return left instanceof DateTime ? left.add(right) : null;
}

function add(left: unknown, right: unknown): unknown {
  if (typeof right === "number") return addNumber(left, right);
  if (typeof left === "number") return right instanceof DateTime ? right.add(left) : null;
  if (typeof left === "string") return typeof right === "string" ? left + right : null;
  if (Array.isArray(left)) return Array.isArray(right) ? [...left, ...right] : null;
  return isObject(left) && isObject(right) ? { ...left, ...right } : null;
}

function subtract(left: unknown, right: unknown): unknown {
  if (left instanceof DateTime && typeof right === "number") return left.add(-right);
  if (left instanceof DateTime && right instanceof DateTime) return finite(left.difference(right));
  return typeof left === "number" && typeof right === "number" ? finite(left - right) : null;
}

type Binary = (left: unknown, right: unknown) => unknown;

const arithmetic =
  (compute: (left: number, right: number) => number): Binary =>
  (left, right) =>
    typeof left === "number" && typeof right === "number" ? finite(compute(left, right)) : null;

const comparison =
  (accept: (order: number) => boolean): Binary =>
  (left, right) => {
    const order = partialCompare(left, right);
    return order === null ? null : accept(order);
  };

const operators: Readonly<Record<OpCall, Binary>> = {
  "==": isEqual,
  "!=": (left, right) => !isEqual(left, right),
  "<": comparison((order) => order < 0),
  "<=": comparison((order) => order <= 0),
  ">": comparison((order) => order > 0),
  ">=": comparison((order) => order >= 0),
  in: (left, right) => contains(right, left),
  match: matches,
  "+": add,
  "-": subtract,
  "*": arithmetic((left, right) => left * right),
  "/": arithmetic((left, right) => left / right),
  "%": arithmetic((left, right) => left % right),
  "**": arithmetic((left, right) => left ** right),
};

/** Find the argument of `… match text::query(argument)`. */
export function textQueryArgument(node: ExprNode): ExprNode | null {
  if (node.type !== "OpCall" || node.op !== "match" || node.right.type !== "FuncCall") return null;
  const { namespace, name, args } = node.right;
  return namespace === "text" && name === "query" ? (args[0] ?? null) : null;
}

function compileTextQuery(compiler: Compiler, left: ExprNode, argument: ExprNode): Expression {
  const text = compiler.compile(left);
  const query = compiler.compile(argument);
  return valued((scope) => {
    const words = query.get(scope);
    return typeof words === "string" && matchesTextQuery(text.get(scope), textTerms(words));
  });
}

function logical(decisive: boolean, left: Expression, right: Expression): Expression {
  return valued((scope) => {
    const first = left.get(scope);
    if (first === decisive) return decisive;
    const second = right.get(scope);
    if (second === decisive) return decisive;
    return typeof first === "boolean" && typeof second === "boolean" ? !decisive : null;
  });
}

function compileRange(
  compiler: Compiler,
  node: Extract<ExprNode, { type: "InRange" }>,
): Expression {
  const [value, left, right] = [node.base, node.left, node.right].map((part) =>
    compiler.compile(part),
  );
  return valued((scope) => {
    const item = value?.get(scope);
    const low = partialCompare(item, left?.get(scope));
    const high = partialCompare(item, right?.get(scope));
    if (low === null || high === null) return null;
    return low >= 0 && (node.isInclusive ? high <= 0 : high < 0);
  });
}

function compileSelect(
  compiler: Compiler,
  node: Extract<ExprNode, { type: "Select" }>,
): Expression {
  const alternatives = node.alternatives.map(({ condition, value }) => ({
    condition: compiler.compile(condition),
    value: compiler.compile(value),
  }));
  const fallback = node.fallback && compiler.compile(node.fallback);
  const chosen = (scope: Scope): Expression | undefined =>
    alternatives.find(({ condition }) => condition.get(scope) === true)?.value ?? fallback;
  return valued((scope) => chosen(scope)?.get(scope) ?? null);
}

function compileBinary(
  compiler: Compiler,
  node: Extract<ExprNode, { type: "OpCall" }>,
): Expression {
  const argument = textQueryArgument(node);
  if (argument) return compileTextQuery(compiler, node.left, argument);
  const operate = operators[node.op];
  const left = compiler.compile(node.left);
  const right = compiler.compile(node.right);
  return valued((scope) => operate(left.get(scope), right.get(scope)));
}

function signed(base: Expression, factor: 1 | -1): Expression {
  return valued((scope) => {
    const value = base.get(scope);
    return typeof value === "number" ? finite(value * factor) : null;
  });
}

/** Compile operators and `select()`; null when the node is something else. */
export function compileOperator(compiler: Compiler, node: ExprNode): Expression | null {
  switch (node.type) {
    case "OpCall":
      return compileBinary(compiler, node);
    case "And":
      return logical(false, compiler.compile(node.left), compiler.compile(node.right));
    case "Or":
      return logical(true, compiler.compile(node.left), compiler.compile(node.right));
    case "Not": {
      const base = compiler.compile(node.base);
      return valued((scope) => {
        const value = base.get(scope);
        return typeof value === "boolean" ? !value : null;
      });
    }
    case "Neg":
      return signed(compiler.compile(node.base), -1);
    case "Pos":
      return signed(compiler.compile(node.base), 1);
    case "InRange":
      return compileRange(compiler, node);
    case "Select":
      return compileSelect(compiler, node);
    default:
      return null;
  }
}
