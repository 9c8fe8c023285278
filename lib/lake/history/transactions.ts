import { z } from "zod";

import type { Store } from "#lake/store.ts";

import { type Revision, getDocumentAt, parseRevision } from "./revisions.ts";

const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === "" ? undefined : text));

/** How the transactions of documents are listed. */
export const transactionsQuerySchema = z.object({
  fromTransaction: optionalText,
  toTransaction: optionalText,
  fromTime: optionalText,
  toTime: optionalText,
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
  return listHeads(store, dataset, ids, query).map((head) =>
    present(store, dataset, head, ids, query),
  );
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

function present(
  store: Store,
  dataset: string,
  { sequence, ...head }: Head,
  ids: readonly string[],
  query: TransactionsQuery,
): HistoryTransaction {
  const wanted = new Set(ids);
  const revisions = store
    .prepare("select * from revisions where transaction_seq = ? order by seq")
    .all(sequence)
    .map((row) => parseRevision(row))
    .filter(({ documentId }) => !query.includeIdentifiedDocumentsOnly || wanted.has(documentId));
  const hasMutations = !query.excludeMutations && !query.excludeContent;
  return {
    ...head,
    documentIDs: revisions.map(({ documentId }) => documentId),
    ...(hasMutations
      ? { mutations: revisions.flatMap((one) => mutationsOf(store, dataset, one)) }
      : {}),
    ...(query.effectFormat
      ? {
          effects: Object.fromEntries(
            revisions.map((one) => [one.documentId, effectsOf(store, dataset, one)]),
          ),
        }
      : {}),
  };
}

function effectsOf(store: Store, dataset: string, revision: Revision) {
  const { apply, revert } = revision;
  return { apply: apply ?? [0, contentAt(store, dataset, revision)], revert };
}

/** A lone create is kept by its name only. */
function mutationsOf(store: Store, dataset: string, revision: Revision): unknown[] {
  const { mutations } = revision;
  if (typeof mutations !== "string") return Array.isArray(mutations) ? mutations : [];
  return [{ [mutations]: contentAt(store, dataset, revision) }];
}

function contentAt(store: Store, dataset: string, { documentId, sequence }: Revision) {
  const document = getDocumentAt(store, dataset, documentId, sequence);
  if (!document) return null;
  const { _rev, ...content } = document;
  return content;
}
