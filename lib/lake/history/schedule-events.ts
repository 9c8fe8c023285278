import { publishedId, releaseDocumentId, releaseOf } from "#lake/document.ts";
import type { Store } from "#lake/store.ts";

import { getDocumentAt } from "./revisions.ts";

/** Told of a version whose release got or lost its time; `transaction` is when in the order of all. */
type ScheduleEvent = {
  transaction: number;
  event: { type: string; timestamp: string; author: string; documentId: string } & Record<
    string,
    unknown
  >;
};

type Turn = {
  transaction: number;
  timestamp: string;
  author: string;
  from: string;
  to: string;
  publishAt: unknown;
};

/**
 * List how often a version was put on and taken off the calendar with its release, before a transaction, newest first.
 *
 * `state` is what has become of each schedule since.
 */
export function listScheduleEvents(
  store: Store,
  dataset: string,
  versionId: string,
  before: number,
): ScheduleEvent[] {
  const releaseId = releaseOf(versionId);
  if (releaseId === null) return [];
  const turns = listTurns(store, dataset, releaseId);
  return turns
    .flatMap(({ transaction, timestamp, author, from, to, publishAt }, index) => {
      const versionRevisionId = revisionBefore(store, dataset, versionId, transaction);
      if (transaction >= before || versionRevisionId === null) return [];
      const common = { timestamp, author, documentId: publishedId(versionId) };
      const version = { releaseId, versionId, versionRevisionId };
      if (to === "scheduled") {
        const state = stateSince(turns[index + 1]);
        const type = "scheduleDocumentVersion";
        return [{ transaction, event: { type, ...common, ...version, publishAt, state } }];
      }
      if (from !== "scheduled" || to !== "active") return [];
      return [{ transaction, event: { type: "unscheduleDocumentVersion", ...common, ...version } }];
    })
    .toReversed();
}

/** Scheduled again is still pending: the Studio shows each time it was set. */
function stateSince(next: Turn | undefined): "pending" | "unscheduled" | "published" {
  if (next?.to === "published") return "published";
  return next?.to === "active" ? "unscheduled" : "pending";
}

/** Every change of a release's state or time, oldest first. */
function listTurns(store: Store, dataset: string, releaseId: string): Turn[] {
  const id = releaseDocumentId(releaseId);
  return store
    .prepare(
      `select r.seq, r.transaction_seq, t.timestamp, t.author from revisions r
       join transactions t on t.seq = r.transaction_seq
       where r.dataset = ? and r.document_id = ? order by r.seq desc limit 100`,
    )
    .all(dataset, id)
    .toReversed()
    .flatMap((row) => {
      const sequence = Number(row["seq"]);
      const after = getDocumentAt(store, dataset, id, sequence);
      const earlier = getDocumentAt(store, dataset, id, sequence - 1);
      const isTurn =
        after?.["state"] !== earlier?.["state"] || after?.["publishAt"] !== earlier?.["publishAt"];
      if (!isTurn) return [];
      return [
        {
          transaction: Number(row["transaction_seq"]),
          timestamp: String(row["timestamp"]),
          author: String(row["author"]),
          from: String(earlier?.["state"]),
          to: String(after?.["state"]),
          publishAt: after?.["publishAt"],
        },
      ];
    });
}

/** The revision a version had when a transaction came; null when it was not there. */
function revisionBefore(
  store: Store,
  dataset: string,
  versionId: string,
  transaction: number,
): string | null {
  const rev = store
    .prepare(
      "select rev from revisions where dataset = ? and document_id = ? and transaction_seq < ? order by seq desc limit 1",
    )
    .get(dataset, versionId, transaction)?.["rev"];
  return typeof rev === "string" ? rev : null;
}
