import { z } from "zod";

import { ask } from "@/lib/content/client";

const tokenPattern = /^[\w-]{32,64}$/;

const linkSchema = z
  .object({
    documentId: z.string().regex(/^[\w-]+$/),
    documentType: z.enum(["article", "page"]),
    /** In which the document waits for its moment, if the link was made there. */
    release: z
      .string()
      .regex(/^[\w-]+$/)
      .nullish(),
    /** ISO */
    expiresAt: z.string(),
  })
  .nullable()
  .catch(null);

export type ReviewLink = NonNullable<z.infer<typeof linkSchema>>;

/** A document, by its published id, and the release it is to be read in. */
export type Reviewed = { id: string; release: string };

const linkQuery = `*[_id == $link && _type == "previewLink"][0]{documentId, documentType, release, expiresAt}`;

/** The link as an editor made it; `null` when there is none, it was revoked, or its time is over. */
export async function getReviewLink(token: string): Promise<ReviewLink | null> {
  if (!tokenPattern.test(token)) return null;
  const params = { link: `previewLink.${token}` };
  const link = await ask({ query: linkQuery, params, schema: linkSchema }, "raw");
  return link !== null && Date.parse(link.expiresAt) > Date.now() ? link : null;
}

/** Whether a review link still opens. A CMS that cannot be asked does not close it. */
export async function isReviewOpen(token: string): Promise<boolean> {
  try {
    return (await getReviewLink(token)) !== null;
  } catch {
    return tokenPattern.test(token);
  }
}
