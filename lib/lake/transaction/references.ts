import { type Document, isRecord } from "#lake/document.ts";
import type { Store } from "#lake/store.ts";

import { refuse } from "./refusals.ts";
import type { Staged, Transaction } from "./transaction.ts";

/** A reference from one document to another of the same dataset. */
export type Reference = { target: string; isWeak: boolean };

/**
 * List what a document refers to, each target once as weak and once as strong.
 *
 * References into other datasets and media libraries are not this lake's to keep.
 */
export function listReferences(document: Document | null): Reference[] {
  const found = new Map<string, Reference>();
  collect(document, found);
  return [...found.values()];
}

/**
 * Hold the promise of strong references once a transaction is worked out.
 *
 * @throws {HttpError} 409 when a new strong reference leads nowhere, or when a deleted document is
 * still strongly referred to; the referrers are named.
 */
export function assertReferences(transaction: Transaction): void {
  const staged = transaction.staged();
  for (const { id, before, after } of staged) {
    if (after) assertTargetsExist(transaction, id, before, after);
    if (before && !after) assertNotReferenced(transaction, id, staged);
  }
}

/** Keep the index of references in step with a document. Inside `Store.write` only. */
export function writeReferences(store: Store, dataset: string, staged: Staged): void {
  const before = listReferences(staged.before);
  const after = listReferences(staged.after);
  if (isSameSet(before, after)) return;
  store
    .prepare("delete from document_references where dataset = ? and source = ?")
    .run(dataset, staged.id);
  const insert = store.prepare(
    "insert into document_references(dataset, target, source, weak) values(?, ?, ?, ?)",
  );
  for (const { target, isWeak } of after) insert.run(dataset, target, staged.id, Number(isWeak));
}

/** List the documents that refer to one, weakly or strongly, by id. */
export function listReferrers(store: Store, dataset: string, target: string): string[] {
  return store
    .prepare(
      "select distinct source from document_references where dataset = ? and target = ? order by source",
    )
    .all(dataset, target)
    .map((row) => String(row["source"]));
}

function collect(value: unknown, found: Map<string, Reference>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
    return;
  }
  if (!isRecord(value)) return;
  const { _ref: target, _weak: weak, _dataset: dataset } = value;
  if (typeof target === "string" && dataset === undefined && !target.includes(":")) {
    const isWeak = weak === true;
    found.set(`${isWeak}${target}`, { target, isWeak });
  }
  for (const item of Object.values(value)) collect(item, found);
}

function assertTargetsExist(
  transaction: Transaction,
  id: string,
  before: Document | null,
  after: Document,
): void {
  const known = new Set(strongTargets(before));
  for (const target of strongTargets(after)) {
    if (known.has(target) || target === id) continue;
    if (!transaction.exists(target)) throw refuse.danglingReference(id, target);
  }
}

function assertNotReferenced(
  transaction: Transaction,
  id: string,
  staged: readonly Staged[],
): void {
  const { store, dataset } = transaction.context;
  const touched = new Map(staged.map((one) => [one.id, one]));
  const untouched = store
    .prepare(
      "select source from document_references where dataset = ? and target = ? and weak = 0 and source <> ? order by source",
    )
    .all(dataset, id, id)
    .map((row) => String(row["source"]))
    .filter((source) => !touched.has(source));
  const rewritten = staged.filter(({ after }) => strongTargets(after).includes(id));
  const referrers = [...untouched, ...rewritten.map((one) => one.id)];
  if (referrers.length > 0) throw refuse.referenced(id, referrers.slice(0, maxNamed));
}

// A popular category has thousands of articles; the message names the first ones.
const maxNamed = 20;

function strongTargets(document: Document | null): string[] {
  return listReferences(document)
    .filter(({ isWeak }) => !isWeak)
    .map(({ target }) => target);
}

function isSameSet(a: readonly Reference[], b: readonly Reference[]): boolean {
  const keys = new Set(a.map(({ target, isWeak }) => `${isWeak}${target}`));
  return a.length === b.length && b.every(({ target, isWeak }) => keys.has(`${isWeak}${target}`));
}
