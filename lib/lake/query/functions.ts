import { DateTime, Path } from "groq-js";

import { portableText } from "./portable-text.ts";
import { attribute, finite, isEqual, isMember, isObject, kindOf } from "./values.ts";

/** A function of its evaluated arguments alone. */
type Pure = (...args: unknown[]) => unknown;

const printable = new Set(["number", "string", "boolean", "datetime"]);

/** Count characters, not UTF-16 units: a high surrogate is the first half of one. */
function lengthOf(value: unknown): number | null {
  if (Array.isArray(value)) return value.length;
  return typeof value === "string" ? value.replaceAll(/[\uD800-\uDBFF]/g, "").length : null;
}

function round(value: unknown, precision: unknown = 0): number | null {
  if (typeof value !== "number" || typeof precision !== "number") return null;
  if (precision < 0 || !Number.isInteger(precision)) return null;
  if (precision > 0) return finite(Number(value.toFixed(Math.min(precision, 100))));
  return finite(value < 0 ? -Math.round(-value) : Math.round(value));
}

function join(list: unknown, separator: unknown): string | null {
  if (!Array.isArray(list) || typeof separator !== "string") return null;
  return list.every((item) => printable.has(kindOf(item)))
    ? list.map(String).join(separator)
    : null;
}

/** Scalars once each, null among them; arrays and objects are never equal, so all stay. */
function unique(list: unknown): unknown[] | null {
  if (!Array.isArray(list)) return null;
  const seen = new Set<unknown>();
  return list.filter((item: unknown) => {
    const kind = kindOf(item);
    if (kind === "array" || kind === "object" || kind === "path") return true;
    const key = item instanceof DateTime ? `date ${item.toString()}` : item;
    const identity = typeof key === "string" && kind === "string" ? `text ${key}` : key;
    return !seen.has(identity) && seen.add(identity);
  });
}

function intersects(left: unknown, right: unknown): boolean | null {
  if (!Array.isArray(left) || !Array.isArray(right)) return null;
  return left.some((item) => isMember(item, right));
}

function split(text: unknown, separator: unknown): string[] | null {
  if (typeof text !== "string" || typeof separator !== "string") return null;
  if (text === "") return [];
  return separator === "" ? Array.from(text) : text.split(separator);
}

/** Fold the numbers of a list; null when something else than a number or null is in it. */
function numbers(list: unknown): number[] | null {
  if (!Array.isArray(list)) return null;
  const present: unknown[] = list.filter((item) => kindOf(item) !== "null");
  return present.every((item) => typeof item === "number") ? present : null;
}

function extreme(list: unknown, isBetter: (item: number, best: number) => boolean): number | null {
  const [first, ...rest] = numbers(list) ?? [];
  return first === undefined
    ? null
    : finite(rest.reduce((best, item) => (isBetter(item, best) ? item : best), first));
}

function sum(list: unknown): number | null {
  const found = numbers(list);
  return found && finite(found.reduce((total, item) => total + item, 0));
}

function average(list: unknown): number | null {
  const found = numbers(list);
  return found?.length
    ? finite(found.reduce((total, item) => total + item, 0) / found.length)
    : null;
}

const lower: Pure = (text) => (typeof text === "string" ? text.toLowerCase() : null);
const upper: Pure = (text) => (typeof text === "string" ? text.toUpperCase() : null);

function toDateTime(value: unknown): unknown {
  if (value instanceof DateTime) return value;
  return typeof value === "string" ? DateTime.parseToValue(value).data : null;
}

function compact(list: unknown): unknown[] | null {
  return Array.isArray(list) ? list.filter((item) => kindOf(item) !== "null") : null;
}

function startsWith(text: unknown, prefix: unknown): boolean | null {
  return typeof text === "string" && typeof prefix === "string" ? text.startsWith(prefix) : null;
}

/** Functions that need nothing but their arguments, by `namespace::name`. */
export const pureFunctions: ReadonlyMap<string, Pure> = new Map<string, Pure>([
  ["global::dateTime", toDateTime],
  ["global::defined", (value) => kindOf(value) !== "null"],
  ["global::length", lengthOf],
  ["global::path", (value) => (typeof value === "string" ? new Path(value) : null)],
  ["global::string", (value) => (printable.has(kindOf(value)) ? String(value) : null)],
  ["global::round", round],
  ["global::lower", lower],
  ["global::upper", upper],
  ["string::lower", lower],
  ["string::upper", upper],
  ["string::split", split],
  ["string::startsWith", startsWith],
  ["array::join", join],
  ["array::compact", compact],
  ["array::unique", unique],
  ["array::intersects", intersects],
  ["math::min", (list) => extreme(list, (item, best) => item < best)],
  ["math::max", (list) => extreme(list, (item, best) => item > best)],
  ["math::sum", sum],
  ["math::avg", average],
  ["pt::text", portableText],
]);

/** Tell whether a value holds a reference to one of the ids, at any depth. */
export function hasReference(value: unknown, ids: ReadonlySet<unknown>): boolean {
  if (Array.isArray(value)) return value.some((item) => hasReference(item, ids));
  if (!isObject(value)) return false;
  const target = value["_ref"];
  return target ? ids.has(target) : Object.values(value).some((item) => hasReference(item, ids));
}

/** `sanity::versionOf(id)`: the document itself, its draft, or its version in any release. */
export function isVersionOf(document: unknown, id: unknown): boolean | null {
  const own = attribute(document, "_id");
  if (typeof id !== "string" || typeof own !== "string") return null;
  const [layer, ...rest] = own.split(".");
  if (isEqual(own, id)) return true;
  return (
    (layer === "drafts" && rest.join(".") === id) ||
    (layer === "versions" && rest.slice(1).join(".") === id && rest.length > 1)
  );
}

/** `sanity::partOfRelease(name)`: ids of the form `versions.<name>.<id>`. */
export function isPartOfRelease(document: unknown, release: unknown): boolean | null {
  const own = attribute(document, "_id");
  if (typeof release !== "string" || typeof own !== "string") return null;
  const [layer, name, ...rest] = own.split(".");
  return layer === "versions" && name === release && rest.length > 0;
}
