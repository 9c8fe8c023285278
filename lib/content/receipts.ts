import { createHash } from "node:crypto";

import { writingClient } from "@/lib/content/client";
import type { Revalidation } from "@/lib/content/revalidation";
import type { PublishEvent } from "@/lib/content/webhook";
import { env } from "@/lib/env";

/** Receipts kept for one document; with each new one the oldest goes. */
const kept = 20;
const mostUrls = 100;

/** One publish as its webhook tells of it; a repeated delivery has the same `id`. */
export type Delivery = {
  /** The receipt's document; the dot keeps it from strangers. */
  id: string;
  document: string;
  /** When the CMS had the change, and when the site first or last heard of it; ISO times. */
  committedAt: string;
  receivedAt: string;
  /** The site no longer shows the document. */
  isWithdrawal: boolean;
};

/** Name a webhook's delivery by its headers, so that a retry writes on the same receipt. */
export function readDelivery(headers: Headers, event: PublishEvent): Delivery {
  const receivedAt = new Date().toISOString();
  const key =
    headers.get("idempotency-key") ?? headers.get("sanity-transaction-id") ?? crypto.randomUUID();
  const digest = createHash("sha256").update(`${key} ${event._id}`).digest("hex").slice(0, 32);
  const committed = Date.parse(headers.get("sanity-transaction-time") ?? "");
  return {
    id: `publishEvent.${digest}`,
    document: event._id,
    committedAt: Number.isNaN(committed) ? receivedAt : new Date(committed).toISOString(),
    receivedAt,
    isWithdrawal: event.after === null,
  };
}

const publicAddress = (path: string): string => env().siteUrl + path;

/** Write down which pages a publish made out of date. */
export function keepReceipt(delivery: Delivery, revalidation: Revalidation): Promise<void> {
  const { tags, paths, all } = revalidation;
  const gone = revalidation.gone.map(publicAddress);
  const urls = paths.slice(0, mostUrls).map(publicAddress);
  const refreshedAt = new Date().toISOString();
  return write(delivery, { set: { tags, urls, gone, all, refreshedAt }, unset: ["error"] });
}

/** Write down that a publish has not reached the pages; the CMS sends its word again. */
export function keepFailure(delivery: Delivery, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  return write(delivery, { set: { error: message }, inc: { failures: 1 } });
}

/** Write down that the changed pages stand anew. */
export async function finishReceipt(id: string): Promise<void> {
  if (!canWrite()) return;
  const finishedAt = new Date().toISOString();
  await writingClient()
    .transaction()
    .createIfNotExists({ _id: id, _type: "publishEvent" })
    .patch(id, { set: { finishedAt } })
    .commit({ returnDocuments: false, visibility: "async" });
}

type Changes = {
  set: Record<string, unknown>;
  unset?: string[];
  inc?: Record<string, number>;
};

/**
 * What the receipt's parts say does not depend on which of them is written first: the door may report
 * its pages before the site has written the rest. A receipt that cannot be written holds up nothing.
 */
async function write(delivery: Delivery, { set, inc, unset = [] }: Changes): Promise<void> {
  if (!canWrite()) return;
  const { id, ...said } = delivery;
  const transaction = writingClient()
    .transaction()
    .createIfNotExists({ _id: id, _type: "publishEvent" })
    .patch(id, {
      setIfMissing: { failures: 0 },
      set: { ...said, ...set },
      unset,
    });
  if (inc) transaction.patch(id, { inc });
  try {
    for (const old of await outdated(said.document, id)) transaction.delete(old);
    await transaction.commit({ returnDocuments: false, visibility: "async" });
  } catch (error) {
    console.warn("content: a publish receipt could not be written", error);
  }
}

/** Hosted mode without a token reads and nothing else. */
const canWrite = (): boolean => env().cms.token !== undefined;

async function outdated(document: string, id: string): Promise<string[]> {
  const query = `*[_type == "publishEvent" && document == $document && _id != $id]
    | order(receivedAt desc)[$first...1000]._id`;
  return writingClient().fetch<string[]>(query, { document, id, first: kept - 1 });
}
