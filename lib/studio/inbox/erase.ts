import type { SanityClient } from "sanity";
import { z } from "zod";

const erasureSchema = z.object({
  ids: z.array(z.string()),
  revisions: z.number(),
  refused: z.array(z.object({ id: z.string(), reason: z.string() })),
});
const deletionSchema = z.object({ documentIds: z.array(z.string()) });

/**
 * What is left of an erasure: which documents, how many states of their history, when; no word of what
 * they said. `revisions` is `null` where the history could not be asked for.
 */
export type Receipt = Omit<z.infer<typeof erasureSchema>, "revisions"> & {
  revisions: number | null;
  at: string;
};

/**
 * Erase messages with everything the lake remembers of them.
 *
 * Hosted Sanity can only delete; there the history goes when the plan's time for it is over.
 *
 * @throws when the CMS refuses or does not answer; then nothing, or not all of it, is gone.
 */
export async function eraseInquiries(
  client: SanityClient,
  ids: readonly string[],
): Promise<Receipt> {
  const { dataset = "", useProjectHostname } = client.config();
  const at = new Date().toISOString();
  if (useProjectHostname !== false) {
    const selection = { query: "*[_id in $ids]", params: { ids } };
    const answer: unknown = await client.delete(selection, { returnDocuments: false });
    return { ids: deletionSchema.parse(answer).documentIds, revisions: null, refused: [], at };
  }
  const answer = await client.request<unknown>({
    method: "POST",
    url: `/data/erase/${dataset}`,
    body: { selection: { ids } },
  });
  return { ...erasureSchema.parse(answer), at };
}
