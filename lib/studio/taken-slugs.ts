import type { SanityClient } from "sanity";
import { z } from "zod";

import { publishedIdOf } from "./published-id";

/** A document as the form has it: an id of a draft, version or published one. */
export type Slugged = { id: string; type: string };

/** Under what the documents stand that have an address of their own. */
const folders: Readonly<Record<string, string>> = {
  article: "/news/",
  page: "/",
  category: "/news/category/",
  tag: "/news/tag/",
};

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

/**
 * The slugs that begin with a text and once led to other documents of the type: old links still come there.
 *
 * They are free, and taking one ends its redirect; so none is suggested. A document may have its own old one back.
 */
export async function movedSlugs(
  beginning: string,
  { id, type }: Slugged,
  client: SanityClient,
): Promise<ReadonlySet<string>> {
  const folder = folders[type];
  if (folder === undefined) return new Set();
  const moved = await client.fetch<unknown>(
    `*[_type == "redirect" && string::startsWith(from, $start) && !(to in *[_id in [$id, "drafts." + $id]]{"path": $folder + slug.current}.path)].from`,
    { start: folder + beginning, folder, id: publishedIdOf(id) },
    { perspective: "raw" },
  );
  return new Set(slugsSchema.parse(moved).map((from) => from.slice(folder.length)));
}
