import { DateTime, Path } from "groq-js";

export type Kind =
  | "null"
  | "boolean"
  | "number"
  | "string"
  | "array"
  | "object"
  | "path"
  | "datetime";
export type Document = { readonly [key: string]: unknown };

/** Name the GROQ type of a value; `undefined` counts as null. */
export function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return "string";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  if (Array.isArray(value)) return "array";
  if (value instanceof DateTime) return "datetime";
  return value instanceof Path ? "path" : "object";
}

/** Tell whether a value is a GROQ object: neither an array nor one of the evaluator's own value classes. */
export function isObject(value: unknown): value is Document {
  return kindOf(value) === "object";
}

/** Read an attribute; null where the base is no object or lacks the key. */
export function attribute(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null;
}

/** GROQ has no NaN and no infinity: both are null. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** `==`: scalars of one type by value, everything else (arrays, objects, paths) unequal even to itself. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left instanceof DateTime) return right instanceof DateTime && left.equals(right);
  if (typeof left === "object" && left !== null) return false;
  return (left ?? null) === (right ?? null);
}

function sign(left: number | string, right: number | string): number {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

/** Compare two values of one ordered type; null when they have no order. Strings go by UTF-16 code units. */
export function partialCompare(left: unknown, right: unknown): number | null {
  if (typeof left === "string" && typeof right === "string") return sign(left, right);
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  return left instanceof DateTime && right instanceof DateTime ? left.compareTo(right) : null;
}

const ranks: Readonly<Record<Kind, number>> = {
  datetime: 1,
  number: 2,
  string: 3,
  boolean: 4,
  null: 100,
  array: 100,
  object: 100,
  path: 100,
};

/** The order of `order()`: datetimes, numbers, strings, booleans, and everything else last as equals. */
export function totalCompare(left: unknown, right: unknown): number {
  const rank = ranks[kindOf(left)] - ranks[kindOf(right)];
  return rank === 0 ? (partialCompare(left, right) ?? 0) : rank;
}

/** Compare structure: what `diff::` calls unchanged. */
export function isDeepEqual(left: unknown, right: unknown): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    return (left ?? null) === (right ?? null);
  }
  const entries = Object.entries(left);
  if (entries.length !== Object.keys(right).length) return false;
  const others = new Map(Object.entries(right));
  return entries.every(([key, value]) => others.has(key) && isDeepEqual(value, others.get(key)));
}

const membership = new WeakMap<readonly unknown[], ReadonlySet<unknown>>();
const setWorthwhile = 16;

/** `in` on an array; a long one is turned into a set once. */
export function isMember(value: unknown, list: readonly unknown[]): boolean {
  if (list.length < setWorthwhile || value instanceof DateTime)
    return list.some((item) => isEqual(value, item));
  if (typeof value === "object" && value !== null) return false;
  let known = membership.get(list);
  if (!known) {
    known = new Set(list.map((item) => item ?? null));
    membership.set(list, known);
  }
  return known.has(value ?? null);
}
