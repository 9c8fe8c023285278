import { draftId, isDraftId, isVersionId, publishedId, releaseOf } from "#lake/document.ts";
import type { Store } from "#lake/store.ts";

import { listScheduleEvents } from "./schedule-events.ts";

/** What happened to a document, as the Studio's History panel reads it. */
export type DocumentEvent = {
  type: string;
  timestamp: string;
  author: string;
  documentId: string;
  [detail: string]: unknown;
};

type Step = {
  sequence: number;
  transaction: number;
  transactionId: string;
  timestamp: string;
  author: string;
  documentId: string;
  previousRev: string | null;
  rev: string | null;
};

/**
 * List the events of a published document, a draft or a version, newest first.
 *
 * Edits are not among them: the Studio makes those from the transactions. `cursor` is the one
 * answered with the page before.
 */
export function listDocumentEvents(
  store: Store,
  dataset: string,
  id: string,
  { limit, cursor }: { limit: number; cursor: number },
): { events: DocumentEvent[]; nextCursor: string } {
  const group = groupByTransaction(listSteps(store, dataset, id, cursor));
  const scheduled = listScheduleEvents(store, dataset, id, cursor).map(
    ({ event, transaction }): Told => ({ event, cursor: transaction }),
  );
  const told = [...group.flatMap((steps) => tell(id, steps)), ...scheduled].toSorted(
    (left, right) => right.cursor - left.cursor,
  );
  const page = told.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = told.length > limit && last ? String(last.cursor) : "";
  return { events: page.map(({ event }) => event), nextCursor };
}

function listSteps(store: Store, dataset: string, id: string, cursor: number): Step[] {
  const published = publishedId(id);
  return store
    .prepare(
      `select r.seq, r.transaction_seq, t.id, t.timestamp, t.author, r.document_id, r.previous_rev, r.rev
       from revisions r join transactions t on t.seq = r.transaction_seq
       where r.transaction_seq in (
         select transaction_seq from revisions where dataset = ?1 and document_id = ?2 and transaction_seq < ?3)
       and r.dataset = ?1
       and (r.document_id in (?4, ?5)
         or r.document_id = 'versions.' || substr(r.document_id, 10, instr(substr(r.document_id, 10), '.')) || ?4)
       order by r.transaction_seq desc, r.seq`,
    )
    .all(dataset, id, cursor, published, draftId(published))
    .map((row) => ({
      sequence: Number(row["seq"]),
      transaction: Number(row["transaction_seq"]),
      transactionId: String(row["id"]),
      timestamp: String(row["timestamp"]),
      author: String(row["author"]),
      documentId: String(row["document_id"]),
      previousRev: typeof row["previous_rev"] === "string" ? row["previous_rev"] : null,
      rev: typeof row["rev"] === "string" ? row["rev"] : null,
    }));
}

function groupByTransaction(steps: readonly Step[]): Step[][] {
  return [...Map.groupBy(steps, ({ transaction }) => transaction).values()];
}

type Told = { event: DocumentEvent; cursor: number };

function tell(id: string, steps: readonly Step[]): Told[] {
  const own = steps.find(({ documentId }) => documentId === id);
  if (!own) return [];
  const isEdition = isDraftId(id) || isVersionId(id);
  const event = isEdition ? tellEdition(own, steps) : tellPublished(own, steps);
  if (!event) return [];
  const { timestamp, author, transaction } = own;
  const base = { timestamp, author, documentId: publishedId(id) };
  return [{ event: { ...base, ...event }, cursor: transaction }];
}

type Detail = { type: string; [detail: string]: unknown };

function tellEdition(own: Step, steps: readonly Step[]): Detail | null {
  const published = steps.find(({ documentId }) => documentId === publishedId(own.documentId));
  if (own.rev === null) return tellEnd(own, published);
  if (own.previousRev !== null) return null;
  const { documentId: versionId, transactionId: versionRevisionId } = own;
  const isRetracted = published?.rev === null && published.previousRev !== null;
  const type = isRetracted ? "unpublishDocument" : "createDocumentVersion";
  return { type, versionId, versionRevisionId, ...releaseDetail(versionId) };
}

function tellEnd(own: Step, published: Step | undefined): Detail {
  if (published?.rev) return publication(published, own);
  if (published?.previousRev) return { type: "deleteDocumentGroup" };
  const { documentId: versionId, previousRev } = own;
  const versionRevisionId = previousRev ?? own.transactionId;
  return {
    type: "deleteDocumentVersion",
    versionId,
    versionRevisionId,
    ...releaseDetail(versionId),
  };
}

function tellPublished(own: Step, steps: readonly Step[]): Detail | null {
  const edition = steps.find(({ documentId }) => documentId !== own.documentId);
  if (own.rev !== null) return tellWritten(own, edition);
  if (edition?.rev) {
    const { documentId: versionId, transactionId: versionRevisionId } = edition;
    return { type: "unpublishDocument", versionId, versionRevisionId, ...releaseDetail(versionId) };
  }
  return { type: "deleteDocumentGroup" };
}

function tellWritten(own: Step, edition: Step | undefined): Detail {
  if (edition && edition.rev === null) return publication(own, edition);
  const type = own.previousRev === null ? "createLiveDocument" : "updateLiveDocument";
  return { type, revisionId: own.transactionId };
}

function publication(published: Step, edition: Step): Detail {
  const release = releaseOf(edition.documentId);
  return {
    type: "publishDocumentVersion",
    revisionId: published.transactionId,
    versionId: edition.documentId,
    versionRevisionId: edition.previousRev ?? edition.transactionId,
    publishCause: release ? "release.publish" : "document.publish",
    ...releaseDetail(edition.documentId),
  };
}

function releaseDetail(versionId: string): { releaseId?: string } {
  const releaseId = releaseOf(versionId);
  return releaseId ? { releaseId } : {};
}
