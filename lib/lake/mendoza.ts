import { isDeepStrictEqual } from "node:util";

import { isRecord } from "./document.ts";

/** A flat list of opcodes and operands, as npm's `mendoza` applies them. */
export type MendozaPatch = unknown[];

// Opcodes of the format, under the format's own names; those that are not written are left out.
const op = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  pushElementBlank: 13,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
  stringAppendString: 22,
  stringAppendSlice: 23,
} as const;

/** Write how to make `to` from `from` in mendoza's format. Both are JSON values. */
export function diff(from: unknown, to: unknown): MendozaPatch {
  return isRecord(from) && isRecord(to) ? diffObject(from, to) : [op.value, to ?? null];
}

type JsonObject = Record<string, unknown>;

// The reader numbers the fields of the object it came from in sorted order.
function diffObject(from: JsonObject, to: JsonObject): MendozaPatch {
  const keys = Object.keys(from).toSorted(byCodeUnit);
  const deleted = keys.flatMap((key, index) =>
    !Object.hasOwn(to, key) || to[key] === undefined ? [op.objectDeleteField, index] : [],
  );
  const places = new Map(keys.map((key, index) => [key, index]));
  const changed = Object.entries(to).flatMap(([key, value]) =>
    value === undefined || (Object.hasOwn(from, key) && isDeepStrictEqual(from[key], value))
      ? []
      : changeField(key, places.get(key), from[key], value),
  );
  return [...deleted, ...changed];
}

function changeField(
  key: string,
  place: number | undefined,
  from: unknown,
  to: unknown,
): MendozaPatch {
  const inner = place === undefined ? null : diffInside(from, to);
  if (!inner) return [op.objectSetFieldValue, to, key];
  const push = inner.startsBlank ? op.pushFieldBlank : op.pushFieldCopy;
  return [push, place, ...inner.patch, op.returnIntoObjectSameKeyPop];
}

type Inner = { startsBlank: boolean; patch: MendozaPatch };

/** Describe a change within a value; null when writing the new value out is the way. */
function diffInside(from: unknown, to: unknown): Inner | null {
  if (isRecord(from) && isRecord(to)) return { startsBlank: false, patch: diffObject(from, to) };
  if (Array.isArray(from) && Array.isArray(to) && from.length > 0 && to.length > 0) {
    return { startsBlank: true, patch: diffArray(from, to) };
  }
  if (typeof from === "string" && typeof to === "string") return diffText(from, to);
  return null;
}

type Piece = { start: number; end: number } | { patch: MendozaPatch };

// A blank array that is filled from slices of the old one, changed items and new ones.
function diffArray(from: readonly unknown[], to: readonly unknown[]): MendozaPatch {
  const sources = indexItems(from);
  const pieces: Piece[] = [];
  for (const item of to) {
    const last = pieces.at(-1);
    const run = last && "end" in last ? last : null;
    const equal = findEqual(from, sources, item, run?.end);
    if (equal === undefined) pieces.push({ patch: appendItem(from, sources, item) });
    else if (run?.end === equal) run.end += 1;
    else pieces.push({ start: equal, end: equal + 1 });
  }
  return pieces.flatMap((piece) =>
    "patch" in piece ? piece.patch : [op.arrayAppendSlice, piece.start, piece.end],
  );
}

type Sources = { byText: Map<string, number>; byKey: Map<string, number> };

function indexItems(items: readonly unknown[]): Sources {
  const byText = new Map<string, number>();
  const byKey = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const text = JSON.stringify(item);
    if (!byText.has(text)) byText.set(text, index);
    const key = keyOf(item);
    if (key !== null && !byKey.has(key)) byKey.set(key, index);
  }
  return { byText, byKey };
}

/** Prefer the item that continues the slice at hand. */
function findEqual(
  from: readonly unknown[],
  { byText }: Sources,
  item: unknown,
  next: number | undefined,
): number | undefined {
  if (next !== undefined && next < from.length && isDeepStrictEqual(from[next], item)) return next;
  return byText.get(JSON.stringify(item));
}

function appendItem(from: readonly unknown[], { byKey }: Sources, item: unknown): MendozaPatch {
  const key = keyOf(item);
  const index = key === null ? undefined : byKey.get(key);
  const inner = index === undefined ? null : diffInside(from[index], item);
  if (!inner) return [op.arrayAppendValue, item];
  const push = inner.startsBlank ? op.pushElementBlank : op.pushElementCopy;
  return [push, index, ...inner.patch, op.returnIntoArrayPop];
}

function keyOf(item: unknown): string | null {
  const key = isRecord(item) ? item["_key"] : undefined;
  return typeof key === "string" ? key : null;
}

// Below this many kept characters a slice saves nothing.
const worthwhile = 8;

/**
 * Keep the common beginning and end of a text.
 *
 * Slices count UTF-8 bytes. Nothing is sliced out of the middle: npm's mendoza mistakes where such
 * a slice ends when the text before it is not ASCII.
 */
function diffText(from: string, to: string): Inner | null {
  if (!from.isWellFormed() || !to.isWellFormed()) return null;
  const prefix = commonPrefix(from, to);
  const suffix = commonSuffix(from.slice(prefix), to.slice(prefix));
  if (prefix + suffix < worthwhile || to === "") return null;
  const inserted = to.slice(prefix, to.length - suffix);
  const size = Buffer.byteLength(from);
  const tail = Buffer.byteLength(from.slice(from.length - suffix));
  const patch = [
    ...(prefix > 0 ? [op.stringAppendSlice, 0, Buffer.byteLength(from.slice(0, prefix))] : []),
    ...(inserted === "" ? [] : [op.stringAppendString, inserted]),
    ...(suffix > 0 ? [op.stringAppendSlice, size - tail, size] : []),
  ];
  return { startsBlank: true, patch };
}

function commonPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[length] === b[length]) length += 1;
  return isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length;
}

function commonSuffix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
