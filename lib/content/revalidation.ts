import { revalidateTag } from "next/cache";
import { z } from "zod";

import { affectedBy, together, type Affected } from "@/lib/content/affected";
import { ask } from "@/lib/content/client";
import { takeFailures } from "@/lib/content/failures";
import { membersOf } from "@/lib/content/lenient";
import { ownPath, renameIn, writeRedirect } from "@/lib/content/redirects";
import { isIndexLoaded, refreshEntries, syncIndex, type Change } from "@/lib/content/site-index";
import { siteMap, type SiteMap } from "@/lib/content/site-map";
import { entryBefore, type PublishEvent } from "@/lib/content/webhook";
import { locales } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

/** What the front door is told, so that it forgets and renews the same pages. */
export type Revalidation = {
  revalidated: true;
  tags: string[];
  paths: string[];
  prefixes: string[];
  all: boolean;
  /** Addresses of articles and pages that were published or changed, in every script. */
  published: string[];
  /** Addresses of documents that were withdrawn, in every script. */
  gone: string[];
};

/** Renew the pages that show a document, after a webhook said it changed. */
export async function revalidateDocument(event: PublishEvent): Promise<Revalidation> {
  const wasKnown = isIndexLoaded();
  const changes = await refreshEntries([event._id]);
  const past = entryBefore(event);
  return renew(changes.map(({ before, after }) => ({ before: wasKnown ? before : past, after })));
}

export type Synced = Revalidation & { cursor: string };

/**
 * Renew the pages of everything that changed since `cursor`, and what failed to be renewed before.
 *
 * A rehearsal does on top what a publish of the newest article would: so the first publish after a start finds the
 * code of every kind of page loaded and compiled.
 */
export async function revalidateSince(
  cursor: string | null,
  { isRehearsal }: { isRehearsal: boolean },
): Promise<Synced> {
  const { changes, everything, cursor: next } = await syncIndex(cursor);
  const failed = takeFailures();
  const again: Affected = {
    stale: everything ? ["content", ...failed] : failed,
    expired: [],
    paths: [],
    prefixes: [],
    all: everything || failed.length > 0,
  };
  const rehearsed = isRehearsal ? await newestArticle() : [];
  return { ...(await renew([...changes, ...rehearsed], again)), cursor: next };
}

/** The newest article as if it had been published again without a change. */
async function newestArticle(): Promise<Change[]> {
  const newest = (await siteMap())?.articles[0];
  return newest ? [{ before: newest, after: newest }] : [];
}

async function renew(changes: readonly Change[], more?: Affected): Promise<Revalidation> {
  const map = await siteMap();
  if (map === null) throw new Error("The index of known pages is gone");
  await keepOldAddresses(changes, map);
  const parts = changes.map((change) => affectedBy(change, map));
  const affected = together([
    ...parts,
    await affectedByReference(changes),
    ...(more ? [more] : []),
  ]);
  for (const tag of affected.expired) revalidateTag(tag, { expire: 0 });
  for (const tag of affected.stale) revalidateTag(tag, "max");
  return {
    revalidated: true,
    tags: [...affected.expired, ...affected.stale],
    paths: inAllLocales(affected.paths),
    prefixes: inAllLocales(affected.prefixes),
    all: affected.all,
    published: inAllLocales(changes.flatMap(publishedIn)),
    gone: inAllLocales(changes.flatMap(goneIn)),
  };
}

/** The address, without locale, that search engines should read again. */
function publishedIn({ before, after }: Change): string[] {
  if (after?.slug == null || after.noindex || before?.revision === after.revision) return [];
  if (after.type === "article") return [`/news/${after.slug}`];
  return after.type === "page" ? [`/${after.slug}`] : [];
}

/** The address, without locale, that is no longer there. */
function goneIn({ before, after }: Change): string[] {
  const path = before && after === null ? (ownPath(before) ?? before.from) : null;
  return path === null ? [] : [path];
}

function inAllLocales(paths: readonly string[]): string[] {
  return paths.flatMap((path) => locales.map((locale) => localise(locale, path)));
}

async function keepOldAddresses(changes: readonly Change[], map: SiteMap): Promise<void> {
  const renames = changes.map(renameIn).filter((rename) => rename !== null);
  if (renames.length === 0) return;
  try {
    const written = await Promise.all(renames.map((rename) => writeRedirect(rename, map)));
    await refreshEntries(written.flat());
  } catch (error) {
    console.error("content: the redirect of a renamed page could not be written", error);
  }
}

const referringSchema = membersOf(
  z.object({ _type: z.enum(["article", "page"]), slug: z.string() }),
  "referring document",
);

/** Articles and pages that link to an article by reference show its address, so they follow it. */
async function affectedByReference(changes: readonly Change[]): Promise<Affected> {
  const ids = changes.flatMap(({ before, after }) =>
    (after ?? before)?.type === "article" ? [(after ?? before)?.id ?? ""] : [],
  );
  const none = { stale: [], expired: [], paths: [], prefixes: [], all: false };
  if (ids.length === 0) return none;
  const query = `*[_type in ["article", "page"] && _id in path("*") && references($ids) && defined(slug.current)]
    {_type, "slug": slug.current}`;
  const found = await ask({ query, params: { ids }, schema: referringSchema });
  return {
    ...none,
    stale: found.map(({ _type, slug }) => `${_type}:${slug}`),
    paths: found.map(({ _type, slug }) => (_type === "article" ? `/news/${slug}` : `/${slug}`)),
  };
}
