import { applyPatches, parsePatch } from "@sanity/diff-match-patch";

import { type Document, isRecord } from "#lake/document.ts";
import type { PatchOperations } from "#lake/transaction/mutations.ts";

import { insertItems } from "./insert.ts";
import { Copy, findPaths } from "./json-match.ts";

/**
 * Carry out the operations of one patch on a document; what the lake keeps about it stays as it is.
 *
 * The order is the documented one of Sanity's HTTP API (set, setIfMissing, unset, inc, dec, insert,
 * then diffMatchPatch), whatever the order of the keys. `@sanity/mutator` is not used: it runs
 * setIfMissing first, and fails on ranges and negative indices in the middle of a path.
 *
 * @throws {Error} when a path or an operation does not fit, or would change `_id` or `_type`; its message is for the client.
 */
export function applyPatch(document: Document, operations: PatchOperations): Document {
  const { set, setIfMissing, unset, inc, dec, insert, diffMatchPatch } = operations;
  let root: unknown = document;
  for (const [path, value] of entries(set)) root = assign(root, path, () => value);
  for (const [path, value] of entries(setIfMissing)) {
    root = assign(root, path, (current) => current ?? value);
  }
  root = (unset ?? []).reduce<unknown>((current, path) => remove(current, path), root);
  for (const [path, amount] of entries(inc)) root = add(root, path, amount);
  for (const [path, amount] of entries(dec)) root = add(root, path, -amount);
  if (insert) root = insertItems(root, insert);
  for (const [path, patch] of entries(diffMatchPatch)) root = mergeText(root, path, patch);
  if (!isRecord(root)) throw new Error("a patch cannot replace the document itself");
  const { _id, _type, _rev, _createdAt, _updatedAt } = document;
  for (const name of ["_id", "_type"] as const)
    if (root[name] !== document[name])
      throw new Error(`cannot modify immutable attribute "${name}"`);
  return { ...root, _id, _type, _rev, _createdAt, _updatedAt };
}

function entries<T>(record: Record<string, T> | undefined): [string, T][] {
  return Object.entries(record ?? {});
}

/** Missing objects on the way are made; missing array items never are. */
function assign(root: unknown, path: string, next: (current: unknown) => unknown): unknown {
  const copy = new Copy(root);
  for (const target of findPaths(root, path)) copy.set(target, next(copy.get(target)));
  return copy.finish();
}

/** Backwards, so that an index still means what it meant when it was found. */
function remove(root: unknown, path: string): unknown {
  const copy = new Copy(root);
  for (const target of findPaths(root, path).toReversed()) copy.remove(target);
  return copy.finish();
}

/** As on Sanity's side, counting what is no number is a mistake of who asks; `setIfMissing` comes before. */
function add(root: unknown, path: string, amount: number): unknown {
  return assign(root, path, (value) => {
    if (typeof value === "number") return value + amount;
    const reason = value === undefined ? "it is not present" : "it is not a number";
    throw new Error(`cannot increment "${path}" because ${reason}`);
  });
}

function mergeText(root: unknown, path: string, patch: string): unknown {
  const copy = new Copy(root);
  for (const target of findPaths(root, path)) {
    const value = copy.get(target);
    if (value === undefined) continue;
    if (typeof value !== "string") throw new Error(`"${path}" is not a string to diff-match-patch`);
    const [merged] = applyPatches(parsePatch(patch), value, { allowExceedingIndices: true });
    copy.set(target, merged);
  }
  return copy.finish();
}
