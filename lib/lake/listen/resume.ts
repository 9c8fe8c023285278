import { setImmediate as breath } from "node:timers/promises";

import { type Revision, toDocument, walkBack } from "#lake/history/revisions.ts";
import type { Change, Commit, Store } from "#lake/store.ts";
import { mutationsSchema } from "#lake/transaction/mutations.ts";

/** The number of the newest change; events carry theirs as the id of the message. */
export function latestSequence(store: Store): number {
  const latest = store.prepare("select max(seq) as seq from revisions").get()?.["seq"];
  return typeof latest === "number" ? latest : 0;
}

/** A commit of the past, before any of its documents is rebuilt. */
export type PastCommit = Omit<Commit, "changes"> & {
  changes: readonly { sequence: number; id: string }[];
};

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
): PastCommit[] | null {
  if (!Number.isSafeInteger(since) || since > latestSequence(store)) return null;
  const rows = store
    .prepare(
      `select r.seq, r.document_id, t.id as transaction_id, t.timestamp, t.author
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
    changes: own.map((row) => ({ sequence: Number(row["seq"]), id: String(row["document_id"]) })),
  }));
}

/** So many changes are rebuilt in one go: few enough that requests do not wait for it. */
const atOnce = 50;

/** Rebuild commits with what their documents were before and after, in their order; other requests come between. */
export async function* rebuildCommits(
  store: Store,
  commits: readonly PastCommit[],
): AsyncGenerator<Commit> {
  for (const some of inGroups(commits)) {
    // oxlint-disable-next-line no-await-in-loop -- one group after the other
    yield* await inTurn(() => rebuild(store, some));
  }
}

let last: Promise<unknown> = Promise.resolve();

/** Work that holds up the thread, one piece after the other whoever asks, with requests between. */
function inTurn<T>(work: () => T): Promise<T> {
  const own = last.then(async () => {
    await breath();
    return work();
  });
  last = own.catch(() => {});
  return own;
}

/** Groups of whole commits, each with no more changes than are rebuilt at once unless it is one large commit. */
function inGroups(commits: readonly PastCommit[]): PastCommit[][] {
  const groups: PastCommit[][] = [];
  let room = 0;
  for (const commit of commits) {
    room -= commit.changes.length;
    const group = groups.at(-1);
    if (group && room >= 0) group.push(commit);
    else {
      groups.push([commit]);
      room = atOnce - commit.changes.length;
    }
  }
  return groups;
}

function rebuild(store: Store, commits: readonly PastCommit[]): Commit[] {
  const [first] = commits;
  if (!first) return [];
  const wanted = commits.flatMap(({ changes }) => changes);
  const byDocument = Map.groupBy(wanted, ({ id }) => id);
  const rebuilt = new Map(
    [...byDocument].flatMap(([id, changes]) =>
      rebuildDocument(
        store,
        first.dataset,
        id,
        changes.map(({ sequence }) => sequence),
      ),
    ),
  );
  // What was purged meanwhile is nobody's to hear.
  return commits
    .map((commit) => ({
      ...commit,
      changes: commit.changes.flatMap(({ sequence }) => rebuilt.get(sequence) ?? []),
    }))
    .filter(({ changes }) => changes.length > 0);
}

/** All wanted changes of one document on a single way back. */
function rebuildDocument(
  store: Store,
  dataset: string,
  id: string,
  sequences: readonly number[],
): [number, Change][] {
  const wanted = new Set(sequences);
  return walkBack(store, dataset, id, Math.min(...sequences))
    .filter(({ revision }) => wanted.has(revision.sequence))
    .map(({ revision, before, after }): [number, Change] => [
      revision.sequence,
      toChange(revision, toDocument(before), toDocument(after)),
    ])
    .toArray();
}

function toChange(
  { sequence, documentId: id, apply, revert, mutations }: Revision,
  before: Change["before"],
  after: Change["after"],
): Change {
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
