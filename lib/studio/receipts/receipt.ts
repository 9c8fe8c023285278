import { z } from "zod";

/** How far a publish has come: told to the site, pages marked, pages standing anew; or on hold. */
export type ReceiptState = "done" | "refreshing" | "failed";

const maybeText = z.string().nullish().catch(null);

const maybeUrls = z.array(z.string()).nullish().catch([]);

const receiptSchema = z
  .object({
    id: z.string(),
    committedAt: z.string(),
    refreshedAt: maybeText,
    finishedAt: maybeText,
    error: maybeText,
    failures: z.number().nullish().catch(0),
    all: z.boolean().nullish().catch(false),
    urls: maybeUrls,
    isWithdrawal: z.boolean().nullish().catch(false),
    gone: maybeUrls,
  })
  .transform(({ failures, all, urls, isWithdrawal, gone, error, finishedAt, ...rest }) => ({
    ...rest,
    failures: failures ?? 0,
    isEverything: all === true,
    urls: urls ?? [],
    /** The document was taken off the site, and with it the pages in `gone`. */
    isWithdrawal: isWithdrawal === true,
    gone: gone ?? [],
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
  { "id": _id, committedAt, refreshedAt, finishedAt, error, failures, all, urls, isWithdrawal, gone }`;

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
