import { createHash } from "node:crypto";

import { writingClient } from "@/lib/content/client";
import type { Change, Entry, PublicType } from "@/lib/content/site-index";
import type { SiteMap } from "@/lib/content/site-map";

export type Rename = { from: string; to: string };

/** Under what the documents stand that have an address of their own. */
const folders: Partial<Record<PublicType, string>> = {
  article: "/news/",
  page: "/",
  category: "/news/category/",
  tag: "/news/tag/",
};

/** The addresses a change has moved, without locale; `null` unless what has an address got another slug. */
export function renameIn({ before, after }: Change): Rename | null {
  const from = before && ownPath(before);
  const to = after && ownPath(after);
  return from && to && from !== to ? { from, to } : null;
}

/** The address, without locale, under which readers find a document; `null` for one that has no page of its own. */
export function ownPath({ type, slug }: Pick<Entry, "type" | "slug">): string | null {
  const folder = folders[type];
  return folder === undefined || slug === null ? null : folder + slug;
}

export function redirectId(from: string): string {
  return `redirect-${createHash("sha1").update(from).digest("hex")}`;
}

/**
 * Write the redirect of a renamed document.
 *
 * Redirects that led to the old address are led on to the new one, so that nobody is sent twice; one that
 * led away from the new address is removed, because the address is in use again. Answers the ids of all of them.
 */
export async function writeRedirect({ from, to }: Rename, map: SiteMap): Promise<string[]> {
  const leading = [...map.redirects].flatMap(([source, target]) =>
    target.to === from ? [source] : [],
  );
  const sources = [...new Set([from, ...leading])].filter((source) => source !== to);
  const transaction = writingClient().transaction();
  for (const source of sources)
    transaction.createOrReplace({
      _id: redirectId(source),
      _type: "redirect",
      from: source,
      to,
      permanent: true,
    });
  if (map.redirects.has(to)) transaction.delete(redirectId(to));
  await transaction.commit({ returnDocuments: false });
  return [...sources, to].map(redirectId);
}
