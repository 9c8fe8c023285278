import { z } from "zod";

import { isDraftId, isVersionId } from "#lake/document.ts";
import type { Change, Commit } from "#lake/store.ts";

const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);

/** What a listener wants to be told, from a query string or a JSON body. */
export const listenOptionsSchema = z.object({
  // The client leaves `false` out of a query string and writes its own default, `true`, into it.
  includeResult: flag.default(false),
  includePreviousRevision: flag.default(false),
  includeMutations: flag.default(true),
  includeAllVersions: flag.optional(),
  enableResume: flag.default(false),
  effectFormat: z.enum(["mendoza"]).optional(),
  visibility: z.enum(["transaction", "query"]).default("transaction"),
});
export type ListenOptions = z.infer<typeof listenOptionsSchema>;

/** One message of a stream; `text` is the data as JSON, made once for all who get it. */
export type StreamEvent = { type: string; id?: string; text: string };

export type Transition = "appear" | "update" | "disappear";

/** Name the way of a document in or out of a filter; null when it was and stays outside. */
export function transitionOf(before: boolean, after: boolean): Transition | null {
  if (before) return after ? "update" : "disappear";
  return after ? "appear" : null;
}

/** Whether a listener with these options hears of a document: drafts and versions only on demand. */
export function isHeard(id: string, { includeAllVersions }: ListenOptions): boolean {
  return includeAllVersions === true || !(isDraftId(id) || isVersionId(id));
}

/** A change of a transaction that a listener hears of. */
export type Heard = { change: Change; transition: Transition };

/**
 * Write what a listener hears of a transaction, as its options ask for it.
 *
 * The total is of what it hears, not of what there was: who has got one of two waits for the other.
 */
export function formatMutations(
  commit: Commit,
  heard: readonly Heard[],
  options: ListenOptions,
): StreamEvent[] {
  return heard.map(({ change, transition }, index) => {
    const { before, after, mutations, effects } = change;
    const data = {
      eventId: `${commit.transactionId}#${change.id}`,
      documentId: change.id,
      transactionId: commit.transactionId,
      transition,
      identity: commit.author,
      ...(before ? { previousRev: before._rev } : {}),
      resultRev: commit.transactionId,
      timestamp: commit.timestamp,
      visibility: options.visibility,
      transactionTotalEvents: heard.length,
      transactionCurrentEvent: index + 1,
      ...(options.includeMutations ? { mutations } : {}),
      ...(options.effectFormat === "mendoza" ? { effects } : {}),
      ...(options.includeResult && after ? { result: after } : {}),
      ...(options.includePreviousRevision ? { previous: before } : {}),
    };
    return { type: "mutation", id: String(change.sequence), text: JSON.stringify(data) };
  });
}
