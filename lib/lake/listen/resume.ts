import { getDocumentAt, parseRevision } from "#lake/history/revisions.ts";
import type { Commit, Store } from "#lake/store.ts";
import { mutationsSchema } from "#lake/transaction/mutations.ts";

/** The number of the newest change; events carry theirs as the id of the message. */
export function latestSequence(store: Store): number {
  const latest = store.prepare("select max(seq) as seq from revisions").get()?.["seq"];
  return typeof latest === "number" ? latest : 0;
}

/**
 * List the commits of a dataset after a change, oldest first, up to another change.
 *
 * Null when they cannot all be told: more changes than `limit`, since starting over is cheaper then,
 * or an id that this file never gave out.
 */
export function listCommitsSince(
  store: Store,
  dataset: string,
  since: number,
  { until = Number.MAX_SAFE_INTEGER, limit = 1000 } = {},
): Commit[] | null {
  if (!Number.isSafeInteger(since) || since > latestSequence(store)) return null;
  const rows = store
    .prepare(
      `select r.*, t.id as transaction_id, t.timestamp, t.author
       from revisions r join transactions t on t.seq = r.transaction_seq
       where r.dataset = ? and r.seq > ? and r.seq <= ? order by r.seq limit ?`,
    )
    .all(dataset, since, until, limit + 1);
  if (rows.length > limit) return null;
  const byTransaction = Map.groupBy(rows, (row) => String(row["transaction_id"]));
  return [...byTransaction].map(([transactionId, own]) => ({
    dataset,
    transactionId,
    timestamp: String(own[0]?.["timestamp"]),
    author: String(own[0]?.["author"]),
    changes: own.map((row) => rebuildChange(store, dataset, row)),
  }));
}

function rebuildChange(store: Store, dataset: string, row: Record<string, unknown>) {
  const { sequence, documentId: id, apply, revert, mutations } = parseRevision(row);
  const before = getDocumentAt(store, dataset, id, sequence - 1);
  const after = getDocumentAt(store, dataset, id, sequence);
  const written = typeof mutations === "string" ? [{ [mutations]: after }] : mutations;
  return {
    sequence,
    id,
    before,
    after,
    mutations: mutationsSchema.parse(written),
    isPurged: false,
    effects: { apply: apply ?? [0, after], revert },
  };
}
