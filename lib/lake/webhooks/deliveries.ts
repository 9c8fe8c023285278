import { createHash } from "node:crypto";

import type { Store } from "#lake/store.ts";

/** One message to one webhook, kept until it has arrived or been given up, and a while longer. */
export type Delivery = {
  key: string;
  hook: string;
  dataset: string;
  documentId: string;
  transactionId: string;
  operation: string;
  payload: string;
  /** The document is purged: its message is sent, but what it says is not kept. */
  isPurged: boolean;
  attempts: number;
  createdAt: string;
};

/** How an attempt went. */
export type Attempt = {
  status: "delivered" | "pending" | "failed";
  responseStatus: number | null;
  failure: string | null;
  durationMs: number;
  nextAttemptAt: number;
};

const keptMs = 30 * 24 * 3600 * 1000;

/** Name a message for good, so that one that is sent twice is known by its receiver. */
export function idempotencyKey(
  hook: string,
  dataset: string,
  transactionId: string,
  documentId: string,
): string {
  const name = [hook, dataset, transactionId, documentId].join("\n");
  return createHash("sha256").update(name).digest("hex").slice(0, 40);
}

/** Keep new messages and how far the webhook has read. Inside `Store.write` only. */
export function insertDeliveries(store: Store, deliveries: readonly Delivery[]): void {
  const insert = store.prepare(
    `insert or ignore into webhook_deliveries(hook, idempotency_key, dataset, document_id,
       transaction_id, operation, payload, status, attempts, next_attempt_at, created_at)
     values(?, ?, ?, ?, ?, ?, ?, 'pending', 0, 0, ?)`,
  );
  for (const one of deliveries) {
    insert.run(
      one.hook,
      one.key,
      one.dataset,
      one.documentId,
      one.transactionId,
      one.operation,
      one.isPurged ? "null" : one.payload,
      one.createdAt,
    );
  }
}

export function setCursor(store: Store, hook: string, dataset: string, revision: number): void {
  store
    .prepare(
      `insert into webhook_cursors(hook, dataset, revision) values(?, ?, ?)
       on conflict do update set revision = max(revision, excluded.revision)`,
    )
    .run(hook, dataset, revision);
}

/** How far a webhook has read; null for one that is new. */
export function getCursor(store: Store, hook: string, dataset: string): number | null {
  const revision = store
    .prepare("select revision from webhook_cursors where hook = ? and dataset = ?")
    .get(hook, dataset)?.["revision"];
  return typeof revision === "number" ? revision : null;
}

/** Write down how an attempt went; false when the message has been erased meanwhile. Inside `Store.write` only. */
export function recordAttempt(store: Store, delivery: Delivery, attempt: Attempt): boolean {
  const { changes } = store
    .prepare(
      `update webhook_deliveries set status = ?, attempts = ?, next_attempt_at = ?,
         response_status = ?, failure = ?, duration_ms = ?, finished_at = ?
       where hook = ? and idempotency_key = ?`,
    )
    .run(
      attempt.status,
      delivery.attempts,
      attempt.nextAttemptAt,
      attempt.responseStatus,
      attempt.failure,
      attempt.durationMs,
      attempt.status === "pending" ? null : new Date().toISOString(),
      delivery.hook,
      delivery.key,
    );
  return changes > 0;
}

/** List what has not arrived yet, oldest first. */
export function listPending(store: Store, hook: string): Delivery[] {
  return store
    .prepare("select * from webhook_deliveries where hook = ? and status = 'pending' order by seq")
    .all(hook)
    .map((row) => ({
      key: String(row["idempotency_key"]),
      hook: String(row["hook"]),
      dataset: String(row["dataset"]),
      documentId: String(row["document_id"]),
      transactionId: String(row["transaction_id"]),
      operation: String(row["operation"]),
      payload: String(row["payload"]),
      isPurged: false,
      attempts: Number(row["attempts"]),
      createdAt: String(row["created_at"]),
    }));
}

/** List the newest messages to a webhook and how they fared. */
export function listLog(store: Store, hook: string, limit: number): Record<string, unknown>[] {
  return store
    .prepare("select * from webhook_deliveries where hook = ? order by seq desc limit ?")
    .all(hook, limit)
    .map((row) => ({
      idempotencyKey: row["idempotency_key"],
      status: row["status"],
      attempts: row["attempts"],
      documentId: row["document_id"],
      transactionId: row["transaction_id"],
      dataset: row["dataset"],
      operation: row["operation"],
      payload: row["payload"],
      createdAt: row["created_at"],
      finishedAt: row["finished_at"],
      responseStatus: row["response_status"],
      failure: row["failure"],
      durationMs: row["duration_ms"],
    }));
}

/** Forget messages that came to an end a month ago. Inside `Store.write` only. */
export function deleteOldDeliveries(store: Store, now: number): void {
  store
    .prepare("delete from webhook_deliveries where finished_at < ?")
    .run(new Date(now - keptMs).toISOString());
}
