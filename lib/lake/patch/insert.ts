import { jsonMatch, slicePath } from "@sanity/json-match";

import type { PatchOperations } from "#lake/transaction/mutations.ts";

import { Copy, findPaths, indexOf, readNames } from "./json-match.ts";

type Insert = NonNullable<PatchOperations["insert"]>;

/**
 * Insert items into every array that the path leads to.
 *
 * `before` goes to the first matched item, `after` to the last, `replace` puts the items where the
 * first matched one was and removes the others. An index past an array's edge still inserts: the
 * client's append and prepend address `[-1]` and `[0]` of arrays that may be empty. To replace an
 * empty range (`[1:1]`, the client's `splice(…, 1, 0, …)`) is to insert there.
 *
 * @throws {Error} when the path names no place in an array.
 */
export function insertItems(root: unknown, insert: Insert): unknown {
  const { mode, path } = readPosition(insert);
  const arrayPath = slicePath(path, 0, -1);
  const position = slicePath(path, -1);
  if (arrayPath === "") throw new Error(`"${path}" does not name a place in an array`);
  const copy = new Copy(root);
  for (const target of findPaths(root, arrayPath)) {
    const array = copy.get(target);
    if (!Array.isArray(array)) continue;
    const place = findPlace(array, position, mode);
    if (place) copy.set(target, splice(array, place, insert.items));
  }
  return copy.finish();
}

type Mode = "before" | "after" | "replace";

function readPosition(insert: Insert): { mode: Mode; path: string } {
  if ("before" in insert) return { mode: "before", path: readNames(insert.before) };
  if ("after" in insert) return { mode: "after", path: readNames(insert.after) };
  return { mode: "replace", path: readNames(insert.replace) };
}

/** Where the items go, and what goes away for them. */
type Place = { at: number; removed: ReadonlySet<number> };

const nothing: ReadonlySet<number> = new Set();

function findPlace(array: readonly unknown[], position: string, mode: Mode): Place | null {
  const indices = findIndices(array, position);
  if (indices.length === 0) return mode === "replace" ? emptyRange(array, position) : null;
  const first = Math.max(
    0,
    indices.reduce((least, index) => Math.min(least, index)),
  );
  if (mode === "before") return { at: first, removed: nothing };
  if (mode === "replace") return { at: first, removed: new Set(indices) };
  return { at: indices.reduce((most, index) => Math.max(most, index)) + 1, removed: nothing };
}

function emptyRange(array: readonly unknown[], position: string): Place | null {
  const [, from, to] = /^\[\s*(\d+)\s*:\s*(\d+)\s*\]$/.exec(position) ?? [];
  if (from === undefined || Number(to) > Number(from)) return null;
  return { at: Math.min(Number(from), array.length), removed: nothing };
}

function findIndices(array: readonly unknown[], position: string): number[] {
  return Array.from(jsonMatch(array, position))
    .flatMap(({ path: [segment, ...rest] }) => (rest.length === 0 ? [segment] : []))
    .map((segment) => indexOf(array, segment) ?? edgeIndex(array, segment))
    .filter((index) => index !== null);
}

/** Numbers past the edges mean the edge itself. */
function edgeIndex(array: readonly unknown[], segment: unknown): number | null {
  if (typeof segment !== "number") return null;
  return segment < 0 ? -1 : array.length;
}

function splice(
  array: readonly unknown[],
  { at, removed }: Place,
  items: readonly unknown[],
): unknown[] {
  const before = array.slice(0, at).filter((_item, index) => !removed.has(index));
  const after = array.slice(at).filter((_item, index) => !removed.has(index + at));
  return [...before, ...items, ...after];
}
