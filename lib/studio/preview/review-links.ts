import type { SanityClient } from "sanity";
import { z } from "zod";

export const linkType = "previewLink";

const day = 24 * 60 * 60 * 1000;

/** For how many days a link may open, the usual first. */
export const durations = [7, 1, 30] as const;

const linksSchema = z.array(z.object({ _id: z.string(), expiresAt: z.string() }));

export type ReviewLink = z.infer<typeof linksSchema>[number];

const query = `*[_type == $type && documentId == $documentId && expiresAt > $now]
  | order(expiresAt desc){_id, expiresAt}`;

/** What is shared: a document by its published id, and the release it waits in if that is what is open. */
export type SharedDocument = { id: string; type: string; release?: string | undefined };

/** The links to a document that still open, the longest-lived first. */
export async function listLinks(client: SanityClient, documentId: string): Promise<ReviewLink[]> {
  const params = { type: linkType, documentId, now: new Date().toISOString() };
  return linksSchema.parse(await client.fetch<unknown>(query, params, { perspective: "raw" }));
}

/**
 * Make a link to one document. Its key is the id of a private document: to know it is to have it, and to delete that
 * document is to take it back. Links whose time is over are cleared away on the way.
 */
export async function createLink(
  client: SanityClient,
  document: SharedDocument,
  days: number,
): Promise<void> {
  const now = Date.now();
  await client.create({
    _id: `${linkType}.${newToken()}`,
    _type: linkType,
    documentId: document.id,
    documentType: document.type,
    ...(document.release === undefined ? {} : { release: document.release }),
    expiresAt: new Date(now + days * day).toISOString(),
  });
  await client.delete({
    query: "*[_type == $type && expiresAt < $now]",
    params: { type: linkType, now: new Date(now).toISOString() },
  });
}

/** The address of a link; the site sends the reader on to the script that suits him. */
export function addressOf({ _id }: ReviewLink, origin: string): string {
  return `${origin}/review/${_id.slice(linkType.length + 1)}`;
}

/** In hexadecimal, because chat programs leave other signs at the end of an address out of the link. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
