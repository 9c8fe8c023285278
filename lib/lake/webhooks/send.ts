import { createHmac } from "node:crypto";

import type { Attempt, Delivery } from "./deliveries.ts";
import type { Hook } from "./payload.ts";

const timeoutMs = 30_000;
const maxAttempts = 100;
const firstDelayMs = 500;
const longestDelayMs = 60_000;

/** Sign a body the way `@sanity/webhook` checks it; `timestamp` is in milliseconds. */
function signBody(secret: string, timestamp: number, body: string): string {
  const digest = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("base64url");
  return `t=${timestamp},v1=${digest}`;
}

/** Send one message once; what comes back says whether and when to try again. */
export async function attemptDelivery(
  hook: Hook,
  delivery: Delivery,
  projectId: string,
  signal: AbortSignal,
): Promise<Attempt> {
  const start = performance.now();
  const outcome = await post(hook, delivery, projectId, signal).then(
    (status) => ({ responseStatus: status, failure: null }),
    (error: unknown) => ({ responseStatus: null, failure: describe(error) }),
  );
  const status = judge(outcome.responseStatus, delivery.attempts);
  const delay = Math.min(firstDelayMs * 2 ** (delivery.attempts - 1), longestDelayMs);
  const durationMs = Math.round(performance.now() - start);
  return { ...outcome, status, durationMs, nextAttemptAt: Date.now() + delay };
}

async function post(
  { url, secret, name }: Hook,
  delivery: Delivery,
  projectId: string,
  signal: AbortSignal,
): Promise<number> {
  const { payload } = delivery;
  const response = await fetch(url, {
    method: "POST",
    body: payload,
    redirect: "manual",
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    headers: {
      "content-type": "application/json",
      "user-agent": "Yiwen lake webhook",
      "idempotency-key": delivery.key,
      "sanity-webhook-id": name,
      "sanity-project-id": projectId,
      "sanity-dataset": delivery.dataset,
      "sanity-document-id": delivery.documentId,
      "sanity-transaction-id": delivery.transactionId,
      "sanity-transaction-time": delivery.createdAt,
      "sanity-operation": delivery.operation,
      ...(secret ? { "sanity-webhook-signature": signBody(secret, Date.now(), payload) } : {}),
    },
  });
  await response.body?.cancel();
  return response.status;
}

/** A receiver that says the request is wrong will say so again; everything else may pass. */
function judge(status: number | null, attempts: number): Attempt["status"] {
  if (status !== null && status >= 200 && status < 300) return "delivered";
  const isFinal = status !== null && status >= 400 && status < 500 && !passing.has(status);
  return isFinal || attempts >= maxAttempts ? "failed" : "pending";
}

const passing = new Set([408, 425, 429]);

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
