import type { SanityClient } from "sanity";
import { z } from "zod";

import { publishedIdOf } from "./published-id";

/** A document as the form has it: an id of a draft, version or published one. */
export type Slugged = { id: string; type: string };

const slugsSchema = z.array(z.string());

/** The slugs that begin with a text, of all other documents of a document's type, in whatever state. */
export async function takenSlugs(
  beginning: string,
  { id, type }: Slugged,
  client: SanityClient,
): Promise<ReadonlySet<string>> {
  const taken = await client.fetch<unknown>(
    `*[_type == $type && string::startsWith(slug.current, $beginning) && !(_id in [$id, "drafts." + $id]) && !(_id in path("versions.*." + $id))].slug.current`,
    { type, beginning, id: publishedIdOf(id) },
    { perspective: "raw" },
  );
  return new Set(slugsSchema.parse(taken));
}
