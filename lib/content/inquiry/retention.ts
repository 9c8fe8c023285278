import { z } from "zod";

import { writingClient } from "@/lib/content/client";
import { env } from "@/lib/env";

const day = 24 * 60 * 60_000;

const erasureSchema = z.object({
  ids: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), reason: z.string() })),
});
const deletionSchema = z.object({ results: z.array(z.unknown()) });

/**
 * Let go of every message older than the privacy page promises; answers how many there were.
 *
 * The lake erases them with their history. Hosted Sanity can only delete; there the plan's time for history follows.
 *
 * @throws when the CMS cannot be asked, or a message is kept because another document refers to it.
 */
export async function eraseOldInquiries(now: number): Promise<number> {
  const { inquiryRetentionDays, cms } = env();
  if (inquiryRetentionDays === 0) return 0;
  const before = new Date(now - inquiryRetentionDays * day).toISOString();
  return cms.hosted ? deleteBefore(before) : eraseBefore(before);
}

async function eraseBefore(before: string): Promise<number> {
  const answer: unknown = await writingClient().request({
    method: "POST",
    url: `/data/erase/${env().cms.dataset}`,
    body: { selection: { type: "inquiry", before } },
    timeout: 10 * 60_000,
  });
  const { ids, refused } = erasureSchema.parse(answer);
  const [first] = refused;
  if (first) throw new Error(`${refused.length} are kept: ${first.id}: ${first.reason}`);
  return ids.length;
}

async function deleteBefore(before: string): Promise<number> {
  const query = `*[_type == "inquiry" && _createdAt < $before]`;
  const answer: unknown = await writingClient().delete(
    { query, params: { before } },
    { returnDocuments: false },
  );
  return deletionSchema.parse(answer).results.length;
}
