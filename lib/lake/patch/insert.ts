import { jsonMatch, slicePath } from "@sanity/json-match";

import type { PatchOperations } from "#lake/transaction/mutations.ts";

import { findPaths, getAt, indexOf, setAt } from "./json-match.ts";

type Insert = NonNullable<PatchOperations["insert"]>;

/**
 * Insert items into every array that the path leads to.
 *
 * `before` goes to the first matched item, `after` to the last, `replace` puts the items where the
 * first matched one was and removes the others. An index past an array's edge still inserts: the
 * client's append and prepend address `[-1]` and `[0]` of arrays that may be empty.
 *
 * @throws {Error} when the path names no place in an array.
 */
export function insertItems(root: unknown, insert: Insert): unknown {
  const { mode, path } = readPosition(insert);
  const arrayPath = slicePath(path, 0, -1);
  const position = slicePath(path, -1);
  if (arrayPath === "") throw new Error(`"${path}" does not name a place in an array`);
  return findPaths(root, arrayPath).reduce((current, target) => {
    const array = getAt(current, target);
    if (!Array.isArray(array)) return current;
    const indices = findIndices(array, position);
    return indices.length === 0
      ? current
      : setAt(current, target, splice(array, mode, indices, insert.items));
  }, root);
}

type Mode = "before" | "after" | "replace";

function readPosition(insert: Insert): { mode: Mode; path: string } {
  if ("before" in insert) return { mode: "before", path: insert.before };
  if ("after" in insert) return { mode: "after", path: insert.after };
  return { mode: "replace", path: insert.replace };
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
  mode: Mode,
  indices: readonly number[],
  items: readonly unknown[],
): unknown[] {
  const first = Math.max(0, Math.min(...indices));
  if (mode === "before") return array.toSpliced(first, 0, ...items);
  if (mode === "after") return array.toSpliced(Math.max(...indices) + 1, 0, ...items);
  const removed = new Set(indices);
  const before = array.slice(0, first).filter((_item, index) => !removed.has(index));
  const after = array.slice(first).filter((_item, index) => !removed.has(index + first));
  return [...before, ...items, ...after];
}
