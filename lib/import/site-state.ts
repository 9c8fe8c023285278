import type { SanityClient } from "@sanity/client";
import { z } from "zod";

import { importedPrefix, sameName } from "./names.ts";

const stateSchema = z.object({
  ids: z.array(z.string()),
  slugs: z.array(z.object({ _id: z.string(), _type: z.string(), slug: z.string() })),
  names: z.array(z.object({ _id: z.string(), _type: z.string(), name: z.string() })),
  redirects: z.array(z.string()),
});

const query = `{
  "ids": *[string::startsWith(_id, $imported) || string::startsWith(_id, "drafts." + $imported)]._id,
  "slugs": *[_type in ["article", "page", "category", "tag"] && defined(slug.current)]{_id, _type, "slug": slug.current},
  "names": *[_type in ["category", "tag", "author"] && !(_id in path("drafts.**"))]{_id, _type, "name": coalesce(title, name, "")},
  "redirects": *[_type == "redirect" && defined(from)].from
}`;

/** What the site holds already, as far as something new must not collide with it. */
export type SiteState = {
  /** Published ids, also of documents that are drafts only. */
  ids: ReadonlySet<string>;
  /** By `type:slug`. */
  takenSlugs: ReadonlyMap<string, string>;
  /** The id of a category, tag or author, by `type:name`. */
  named: ReadonlyMap<string, string>;
  redirects: ReadonlySet<string>;
};

export async function readSiteState(client: SanityClient): Promise<SiteState> {
  const answer: unknown = await client.fetch(query, { imported: importedPrefix });
  const { ids, slugs, names, redirects } = stateSchema.parse(answer);
  return {
    ids: new Set(ids.map((id) => id.replace(/^drafts\./, ""))),
    takenSlugs: new Map(slugs.map(({ _id, _type, slug }) => [`${_type}:${slug}`, _id])),
    named: new Map(names.map(({ _id, _type, name }) => [`${_type}:${sameName(name)}`, _id])),
    redirects: new Set(redirects),
  };
}
