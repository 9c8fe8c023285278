import { applyPatches, parsePatch } from "@sanity/diff-match-patch";

import { type Document, isRecord } from "#lake/document.ts";
import type { PatchOperations } from "#lake/transaction/mutations.ts";

import { insertItems } from "./insert.ts";
import { findPaths, getAt, removeAt, setAt } from "./json-match.ts";

/**
 * Carry out the operations of one patch on a document; `_id` and `_type` stay what they are.
 *
 * The order is the documented one of Sanity's HTTP API (set, setIfMissing, unset, inc, dec, insert,
 * then diffMatchPatch), whatever the order of the keys. `@sanity/mutator` is not used: it runs
 * setIfMissing first, and fails on ranges and negative indices in the middle of a path.
 *
 * @throws {Error} when a path or an operation does not fit; its message is for the client.
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
  return { ...root, _id, _type, _rev, _createdAt, _updatedAt };
}

function entries<T>(record: Record<string, T> | undefined): [string, T][] {
  return Object.entries(record ?? {});
}

/** Missing objects on the way are made; missing array items never are. */
function assign(root: unknown, path: string, next: (current: unknown) => unknown): unknown {
  return findPaths(root, path).reduce(
    (current, target) => setAt(current, target, next(getAt(current, target))),
    root,
  );
}

/** Backwards, so that an index still means what it meant when it was found. */
function remove(root: unknown, path: string): unknown {
  return findPaths(root, path).reduceRight((current, target) => removeAt(current, target), root);
}

function add(root: unknown, path: string, amount: number): unknown {
  return findPaths(root, path).reduce((current, target) => {
    const value = getAt(current, target);
    return typeof value === "number" ? setAt(current, target, value + amount) : current;
  }, root);
}

function mergeText(root: unknown, path: string, patch: string): unknown {
  return findPaths(root, path).reduce((current, target) => {
    const value = getAt(current, target);
    if (value === undefined) return current;
    if (typeof value !== "string") throw new Error(`"${path}" is not a string to diff-match-patch`);
    const [merged] = applyPatches(parsePatch(patch), value, { allowExceedingIndices: true });
    return setAt(current, target, merged);
  }, root);
}
