import { z } from "zod";

import type { Document } from "#lake/document.ts";
import type { Change, Commit, Store } from "#lake/store.ts";

import { computeEffects } from "./effects.ts";
import type { Mutation } from "./mutations.ts";
import { writeReferences } from "./references.ts";
import type { MutationResult, Staged, Transaction } from "./transaction.ts";

type Head = Omit<Commit, "changes"> & { digest: string; results: readonly MutationResult[] };

const resultsSchema = z.array(
  z.object({ id: z.string(), operation: z.enum(["create", "update", "delete", "none"]) }),
);

/** Find what a transaction answered; null when the id is new. */
export function findTransaction(
  store: Store,
  dataset: string,
  id: string,
): { digest: string; results: MutationResult[] } | null {
  const row = store
    .prepare("select digest, results from transactions where dataset = ? and id = ?")
    .get(dataset, id);
  if (!row) return null;
  const results = resultsSchema.parse(JSON.parse(String(row["results"])));
  return { digest: String(row["digest"]), results };
}

/** Write a worked-out transaction: documents, their references, and their history. */
export function writeTransaction(store: Store, head: Head, transaction: Transaction): Change[] {
  const { lastInsertRowid } = store
    .prepare(
      "insert into transactions(dataset, id, timestamp, author, digest, results) values(?, ?, ?, ?, ?, ?)",
    )
    .run(
      head.dataset,
      head.transactionId,
      head.timestamp,
      head.author,
      head.digest,
      head.digest === "" ? "[]" : JSON.stringify(head.results),
    );
  return transaction
    .staged()
    .filter(({ before, after }) => before ?? after)
    .map((staged) => writeChange(store, head.dataset, lastInsertRowid, staged));
}

function writeChange(
  store: Store,
  dataset: string,
  transactionSeq: number | bigint,
  staged: Staged,
): Change {
  const { id, before, after, mutations, isPurged } = staged;
  writeDocument(store, dataset, id, after);
  writeReferences(store, dataset, staged);
  const effects = computeEffects(before, after);
  if (isPurged) purgeHistory(store, dataset, id);
  const { lastInsertRowid } = store
    .prepare(
      "insert into revisions(transaction_seq, dataset, document_id, previous_rev, rev, mutations, apply, revert) values(?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(
      transactionSeq,
      dataset,
      id,
      before?._rev ?? null,
      after?._rev ?? null,
      JSON.stringify(abbreviate(mutations)),
      before ? JSON.stringify(effects.apply) : null,
      JSON.stringify(isPurged ? [] : effects.revert),
    );
  return { sequence: Number(lastInsertRowid), id, before, after, mutations, isPurged, effects };
}

/** How a lone create is kept: its content is the document's own, which the history can rebuild. */
const abbreviations = ["create", "createOrReplace", "createIfNotExists"] as const;

function abbreviate(mutations: readonly Mutation[]): readonly Mutation[] | string {
  const [only, ...more] = mutations;
  const kind = abbreviations.find((name) => only && name in only);
  return kind !== undefined && more.length === 0 ? kind : mutations;
}

function purgeHistory(store: Store, dataset: string, id: string): void {
  store.prepare("delete from revisions where dataset = ? and document_id = ?").run(dataset, id);
}

function writeDocument(store: Store, dataset: string, id: string, document: Document | null): void {
  if (!document) {
    store.prepare("delete from documents where dataset = ? and id = ?").run(dataset, id);
    return;
  }
  store
    .prepare(
      `insert into documents(dataset, id, type, rev, created_at, updated_at, body) values(?, ?, ?, ?, ?, ?, ?)
       on conflict(dataset, id) do update set type = excluded.type, rev = excluded.rev,
         created_at = excluded.created_at, updated_at = excluded.updated_at, body = excluded.body`,
    )
    .run(
      dataset,
      id,
      document._type,
      document._rev,
      document._createdAt,
      document._updatedAt,
      JSON.stringify(document),
    );
}
