import { createHash, randomBytes } from "node:crypto";

import type { Identity } from "#lake/auth/identity.ts";
import type { Document } from "#lake/document.ts";
import { HttpError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import type { Commit, Store } from "#lake/store.ts";

import { assertReferences } from "./references.ts";
import { findTransaction, writeTransaction } from "./rows.ts";
import { type MutationResult, Transaction } from "./transaction.ts";

type WritableLake = Pick<Lake, "store" | "authorize">;

export type TransactionRequest = {
  dataset: string;
  /** A client that sends the same id and `content` again gets the first answer again. */
  transactionId: string | undefined;
  content: unknown;
  identity: Identity;
  dryRun: boolean;
};

/** How a transaction ended; the documents are those after it, or as they were before a delete. */
export type Outcome = {
  transactionId: string;
  results: readonly (MutationResult & { document: Document | null })[];
};

type Work = (transaction: Transaction) => readonly MutationResult[];

/**
 * Carry out one transaction, all of it or nothing, and answer once it is on the disk.
 *
 * @throws {HttpError} as the operations of `work` do; 409 when a strong reference would lead
 * nowhere, or when the transaction id was used for something else; 404 for an unknown dataset.
 */
export function transact(
  lake: WritableLake,
  request: TransactionRequest,
  work: Work,
): Promise<Outcome> {
  return lake.store.write((emit) => carryOut(lake, request, work, emit));
}

/** As `transact`, on what `prepare` finds in the lake while nobody else writes. */
export function transactAfter<P>(
  lake: WritableLake,
  request: TransactionRequest,
  prepare: () => Promise<P>,
  work: (transaction: Transaction, prepared: P) => readonly MutationResult[],
): Promise<Outcome> {
  return lake.store.writeAfter(prepare, (prepared, emit) =>
    carryOut(lake, request, (transaction) => work(transaction, prepared), emit),
  );
}

/** Twenty-two hexadecimal characters, as Sanity's. */
function createTransactionId(): string {
  return randomBytes(11).toString("hex");
}

/** As `transact`, inside a `Store.write` that does more. */
export function carryOut(
  { store, authorize }: WritableLake,
  request: TransactionRequest,
  work: Work,
  emit: (commit: Commit) => void,
): Outcome {
  const { dataset, identity, transactionId } = request;
  openDataset(store, dataset, identity);
  const digest = transactionId === undefined ? "" : digestOf(request.content);
  const earlier =
    transactionId === undefined ? null : repeat(store, dataset, transactionId, digest);
  if (earlier) return earlier;
  const id = transactionId ?? createTransactionId();
  const timestamp = store.now();
  const transaction = new Transaction({ store, dataset, id, timestamp, identity, authorize });
  const results = work(transaction);
  assertReferences(transaction);
  if (!request.dryRun) {
    const author = identity?.id ?? "<anonymous>";
    const head = { dataset, transactionId: id, timestamp, author };
    emit({ ...head, changes: writeTransaction(store, { ...head, digest, results }, transaction) });
  }
  return { transactionId: id, results: withDocuments(transaction, results) };
}

function openDataset(store: Store, dataset: string, identity: Identity): void {
  if (store.hasDataset(dataset)) return;
  const mayCreate =
    identity?.roles.includes("administrator") && /^[a-z0-9][\w-]{0,63}$/.test(dataset);
  if (!mayCreate) {
    throw new HttpError(404, "datasetNotFoundError", `Dataset "${dataset}" not found`);
  }
  store.createDataset(dataset);
}

function repeat(store: Store, dataset: string, id: string, digest: string): Outcome | null {
  const earlier = findTransaction(store, dataset, id);
  if (!earlier) return null;
  if (earlier.digest !== digest) {
    const description = `Transaction "${id}" has already been used for something else`;
    throw new HttpError(409, "mutationError", description);
  }
  const results = earlier.results.map(({ id: documentId, operation }) => {
    const document = store.getDocument(dataset, documentId);
    return { id: documentId, operation, document: document?._rev === id ? document : null };
  });
  return { transactionId: id, results };
}

function digestOf(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url");
}

function withDocuments(transaction: Transaction, results: readonly MutationResult[]) {
  const before = new Map(transaction.staged().map((staged) => [staged.id, staged.before]));
  return results.map(({ id, operation }) => ({
    id,
    operation,
    document: transaction.get(id) ?? before.get(id) ?? null,
  }));
}
