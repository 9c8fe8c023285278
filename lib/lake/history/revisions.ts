import { applyPatch } from "mendoza";
import { z } from "zod";

import { type Document, isRecord } from "#lake/document.ts";
import type { Store } from "#lake/store.ts";

/** What one transaction did to one document, as it is kept. */
export type Revision = {
  sequence: number;
  transactionSequence: number;
  documentId: string;
  previousRev: string | null;
  rev: string | null;
  /** Null for a document's first revision, whose content is the document's own. */
  apply: unknown[] | null;
  revert: unknown[];
  mutations: unknown;
};

const patchSchema = z.array(z.unknown());

/** Read a row of the table `revisions`. */
export function parseRevision(row: Record<string, unknown>): Revision {
  const { apply, revert, mutations, previous_rev: previousRev, rev } = row;
  return {
    sequence: Number(row["seq"]),
    transactionSequence: Number(row["transaction_seq"]),
    documentId: String(row["document_id"]),
    previousRev: typeof previousRev === "string" ? previousRev : null,
    rev: typeof rev === "string" ? rev : null,
    apply: typeof apply === "string" ? patchSchema.parse(JSON.parse(apply)) : null,
    revert: patchSchema.parse(JSON.parse(String(revert))),
    mutations: typeof mutations === "string" ? JSON.parse(mutations) : [],
  };
}

/** A document's content at a moment, without its revision; null when it was not there. */
type State = { content: unknown; rev: string | null };

type Step = { revision: Revision; after: State; before: State };

/**
 * Go back through a document's changes, from what is stored now to a change and that one included, newest first.
 *
 * It costs as many steps as there were changes since; so whoever wants many moments takes them all on one way.
 */
export function* walkBack(
  store: Store,
  dataset: string,
  id: string,
  from: number,
): Generator<Step, State> {
  const rows = store
    .prepare(
      "select * from revisions where dataset = ? and document_id = ? and seq >= ? order by seq desc",
    )
    .iterate(dataset, id, from);
  let state = stateOf(store.getDocument(dataset, id));
  for (const row of rows) {
    const revision = parseRevision(row);
    const before = {
      content: applyPatch(state.content, revision.revert),
      rev: revision.previousRev,
    };
    yield { revision, after: state, before };
    state = before;
  }
  return state;
}

/** Rebuild a document as it was right after a revision; null when it did not exist then. */
export function getDocumentAt(
  store: Store,
  dataset: string,
  id: string,
  sequence: number,
): Document | null {
  const way = walkBack(store, dataset, id, sequence + 1);
  for (;;) {
    const { done, value } = way.next();
    if (done) return toDocument(value);
  }
}

/** Rebuild the last state of a document that is or was. */
export function getLastRevision(store: Store, dataset: string, id: string): Document | null {
  const current = store.getDocument(dataset, id);
  if (current) return current;
  const sequence = store
    .prepare(
      "select max(seq) as seq from revisions where dataset = ? and document_id = ? and rev is not null",
    )
    .get(dataset, id)?.["seq"];
  return typeof sequence === "number" ? getDocumentAt(store, dataset, id, sequence) : null;
}

/** Find the last change of a transaction; null when there is no such transaction. */
export function findRevisionSequence(store: Store, dataset: string, rev: string): number | null {
  const sequence = store
    .prepare(
      `select max(r.seq) as seq from revisions r join transactions t on t.seq = r.transaction_seq
       where t.dataset = ? and t.id = ?`,
    )
    .get(dataset, rev)?.["seq"];
  return typeof sequence === "number" ? sequence : null;
}

/** Find the last change at or before a time; zero when there was none. */
export function findSequenceAt(store: Store, dataset: string, time: string): number {
  // Both numbers grow with time, so the newest that fits is found from the end.
  const transaction = store
    .prepare(
      "select seq from transactions where dataset = ? and timestamp <= ? order by seq desc limit 1",
    )
    .get(dataset, time)?.["seq"];
  const sequence = store
    .prepare(
      "select seq from revisions where transaction_seq <= ? order by transaction_seq desc, seq desc limit 1",
    )
    .get(typeof transaction === "number" ? transaction : 0)?.["seq"];
  return typeof sequence === "number" ? sequence : 0;
}

function stateOf(document: Document | null): State {
  if (!document) return { content: null, rev: null };
  const { _rev, ...content } = document;
  return { content, rev: _rev };
}

const storedSchema = z.looseObject({
  _id: z.string(),
  _type: z.string(),
  _createdAt: z.string(),
  _updatedAt: z.string(),
});

/** The document of a state. */
export function toDocument({ content, rev }: State): Document | null {
  if (!isRecord(content) || rev === null) return null;
  return { ...storedSchema.parse(content), _rev: rev };
}
