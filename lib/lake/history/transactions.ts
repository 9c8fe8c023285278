import { z } from "zod";

import { momentSchema } from "#lake/moment.ts";
import type { Store } from "#lake/store.ts";

import { type Revision, parseRevision, walkBack } from "./revisions.ts";

const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === "" ? undefined : text));

const optionalMoment = z.union([momentSchema, z.literal("").transform(() => undefined)]).optional();

/** How the transactions of documents are listed. */
export const transactionsQuerySchema = z.object({
  fromTransaction: optionalText,
  toTransaction: optionalText,
  fromTime: optionalMoment,
  toTime: optionalMoment,
  authors: optionalText,
  reverse: flag.default(false),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  excludeContent: flag.default(false),
  excludeMutations: flag.default(false),
  includeIdentifiedDocumentsOnly: flag.default(false),
  effectFormat: z.enum(["mendoza"]).optional(),
});
export type TransactionsQuery = z.infer<typeof transactionsQuerySchema>;

type Head = { sequence: number; id: string; timestamp: string; author: string };

/** One transaction as the history tells it. */
export type HistoryTransaction = {
  id: string;
  timestamp: string;
  author: string;
  documentIDs: string[];
  mutations?: unknown[];
  effects?: Record<string, { apply: unknown[]; revert: unknown[] }>;
};

/** List the transactions that touched one of the documents, both ends included. */
export function listTransactions(
  store: Store,
  dataset: string,
  ids: readonly string[],
  query: TransactionsQuery,
): HistoryTransaction[] {
  const told = listHeads(store, dataset, ids, query).map((head) => ({
    head,
    revisions: listRevisions(store, head, ids, query),
  }));
  const contents = contentsOf(
    store,
    dataset,
    told.flatMap(({ revisions }) => revisions).filter((one) => needsContent(one, query)),
  );
  return told.map(({ head, revisions }) => present(head, revisions, query, contents));
}

function listHeads(
  store: Store,
  dataset: string,
  ids: readonly string[],
  query: TransactionsQuery,
): Head[] {
  const order = query.reverse ? "desc" : "asc";
  const from = query.fromTransaction;
  const to = query.toTransaction;
  const authors = query.authors?.split(",") ?? [];
  const sql = `select t.seq, t.id, t.timestamp, t.author from transactions t
    where t.seq in (
      select transaction_seq from revisions
      where dataset = ? and document_id in (select value from json_each(?)))
    and t.seq >= coalesce((select seq from transactions where dataset = ? and id = ?), 0)
    and t.seq <= coalesce((select seq from transactions where dataset = ? and id = ?), t.seq)
    and t.timestamp >= ? and t.timestamp <= ?
    and (json_array_length(?) = 0 or t.author in (select value from json_each(?)))
    order by t.seq ${order} limit ?`;
  const rows = store
    .prepare(sql)
    .all(
      dataset,
      JSON.stringify(ids),
      dataset,
      from ?? null,
      dataset,
      to ?? null,
      query.fromTime ?? "",
      query.toTime ?? "9999",
      JSON.stringify(authors),
      JSON.stringify(authors),
      query.limit,
    );
  return rows.map((row) => ({
    sequence: Number(row["seq"]),
    id: String(row["id"]),
    timestamp: String(row["timestamp"]),
    author: String(row["author"]),
  }));
}

function listRevisions(
  store: Store,
  { sequence }: Head,
  ids: readonly string[],
  { includeIdentifiedDocumentsOnly }: TransactionsQuery,
): Revision[] {
  const wanted = new Set(ids);
  return store
    .prepare("select * from revisions where transaction_seq = ? order by seq")
    .all(sequence)
    .map((row) => parseRevision(row))
    .filter(({ documentId }) => !includeIdentifiedDocumentsOnly || wanted.has(documentId));
}

const tellsMutations = ({ excludeMutations, excludeContent }: TransactionsQuery): boolean =>
  !excludeMutations && !excludeContent;

/** A lone create is kept by its name only, and a first revision without what it applied. */
function needsContent({ mutations, apply }: Revision, query: TransactionsQuery): boolean {
  const isMade = typeof mutations === "string" && tellsMutations(query);
  return isMade || (apply === null && query.effectFormat !== undefined);
}

type Contents = ReadonlyMap<number, unknown>;

/** What documents held right after these revisions, by sequence. */
function contentsOf(store: Store, dataset: string, revisions: readonly Revision[]): Contents {
  const contents = new Map<number, unknown>();
  for (const [id, own] of Map.groupBy(revisions, ({ documentId }) => documentId)) {
    const wanted = new Set(own.map(({ sequence }) => sequence));
    for (const { revision, after } of walkBack(store, dataset, id, Math.min(...wanted)))
      if (wanted.has(revision.sequence)) contents.set(revision.sequence, after.content);
  }
  return contents;
}

function present(
  { sequence: _sequence, ...head }: Head,
  revisions: readonly Revision[],
  query: TransactionsQuery,
  contents: Contents,
): HistoryTransaction {
  return {
    ...head,
    documentIDs: revisions.map(({ documentId }) => documentId),
    ...(tellsMutations(query)
      ? { mutations: revisions.flatMap((one) => mutationsOf(one, contents)) }
      : {}),
    ...(query.effectFormat
      ? {
          effects: Object.fromEntries(
            revisions.map((one) => [one.documentId, effectsOf(one, contents)]),
          ),
        }
      : {}),
  };
}

function effectsOf({ apply, revert, sequence }: Revision, contents: Contents) {
  return { apply: apply ?? [0, contents.get(sequence) ?? null], revert };
}

function mutationsOf({ mutations, sequence }: Revision, contents: Contents): unknown[] {
  if (typeof mutations !== "string") return Array.isArray(mutations) ? mutations : [];
  return [{ [mutations]: contents.get(sequence) ?? null }];
}
