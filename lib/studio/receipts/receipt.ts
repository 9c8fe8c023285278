import { z } from "zod";

/** How far a publish has come: told to the site, pages marked, pages standing anew; or on hold. */
export type ReceiptState = "done" | "refreshing" | "failed";

const maybeText = z.string().nullish().catch(null);

const receiptSchema = z
  .object({
    id: z.string(),
    committedAt: z.string(),
    refreshedAt: maybeText,
    finishedAt: maybeText,
    error: maybeText,
    failures: z.number().nullish().catch(0),
    all: z.boolean().nullish().catch(false),
    urls: z.array(z.string()).nullish().catch([]),
  })
  .transform(({ failures, all, urls, error, finishedAt, ...rest }) => ({
    ...rest,
    failures: failures ?? 0,
    isEverything: all === true,
    urls: urls ?? [],
    error: error ?? null,
    /** From the publish until the new pages stood; `null` while they do not. */
    tookMs: tookMs(rest.committedAt, finishedAt),
    state: stateOf({ error, finishedAt }),
  }));

export type Receipt = z.infer<typeof receiptSchema>;

export const receiptsSchema = z.array(receiptSchema);

/** The newest receipts of a document, newest first. */
export const receiptsQuery = `*[_type == "publishEvent" && document == $document && defined(committedAt)]
  | order(committedAt desc)[0...20]
  { "id": _id, committedAt, refreshedAt, finishedAt, error, failures, all, urls }`;

function stateOf({
  error,
  finishedAt,
}: {
  error: string | null | undefined;
  finishedAt: string | null | undefined;
}): ReceiptState {
  if (error) return "failed";
  return finishedAt ? "done" : "refreshing";
}

function tookMs(from: string, to: string | null | undefined): number | null {
  if (!to) return null;
  const ms = Date.parse(to) - Date.parse(from);
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
