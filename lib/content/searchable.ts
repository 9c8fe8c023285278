import { setImmediate } from "node:timers/promises";

import { z } from "zod";

import { textOf } from "@/lib/content/body-text";
import { ask } from "@/lib/content/client";
import { converterNow, writtenInHant } from "@/lib/content/conversion";
import { membersOf } from "@/lib/content/lenient";
import { searchableQuery } from "@/lib/content/queries";
import { rawArticleSchema } from "@/lib/content/schema";
import { siteIndex, type Entry } from "@/lib/content/site-index";
import { isSlug } from "@/lib/content/slug";
import { versionFor } from "@/lib/content/summaries";
import { tidyBody } from "@/lib/content/tidy-body";
import { locales, type Locale } from "@/lib/i18n/locales";

const rawSearchableSchema = rawArticleSchema
  .pick({
    _id: true,
    _createdAt: true,
    title: true,
    slug: true,
    excerpt: true,
    publishedAt: true,
    script: true,
    overrides: true,
    body: true,
    variants: true,
  })
  .extend({ _type: z.enum(["article", "page"]) });

type RawSearchable = z.infer<typeof rawSearchableSchema>;

const searchablesSchema = membersOf(rawSearchableSchema, "document to be found");

/**
 * The revision of every document that search may find; `null` while that is unknown because the CMS cannot be asked.
 *
 * The glossary and the site's scripts are part of the revision, because a document reads by them.
 */
export async function searchCatalogue(): Promise<Map<string, string> | null> {
  const entries = await siteIndex();
  return entries && catalogueOf([...entries.values()]);
}

/** Name what can be found among the entries of the site's index. */
export function catalogueOf(entries: readonly Entry[]): Map<string, string> {
  const glossary = entries
    .filter(({ type }) => type === "glossaryTerm")
    .map(({ revision }) => revision)
    .toSorted()
    .join(" ");
  const found = entries.filter(
    ({ type, slug }) => (type === "article" || type === "page") && slug !== null && isSlug(slug),
  );
  const shared = [...locales, glossary].join(" ").trim();
  return new Map(found.map(({ id, revision }) => [id, `${revision} ${shared}`]));
}

/** Read published articles and pages as plain text in every script, for the search index. */
export async function listSearchable(ids: readonly string[]) {
  const [raw, converterTo] = await Promise.all([
    ask({ query: searchableQuery, params: { ids }, schema: searchablesSchema }),
    converterNow(),
  ]);
  const documents = [];
  for (const one of raw) {
    // oxlint-disable-next-line no-await-in-loop -- visitors are answered between two conversions
    await setImmediate();
    const texts = locales.map((locale) => [locale, textsIn(one, locale, converterTo)]);
    documents.push({
      id: one._id,
      kind: one._type,
      slug: one.slug,
      publishedAt: one.publishedAt ?? one._createdAt,
      texts: Object.fromEntries(texts),
    });
  }
  return documents;
}

type ConverterTo = Awaited<ReturnType<typeof converterNow>>;

function textsIn(raw: RawSearchable, locale: Locale, converterTo: ConverterTo) {
  const converter = converterTo(locale, raw);
  const version = versionFor(raw.variants, locale, () => converterTo(locale, writtenInHant));
  const body = version?.body ?? converter.convertPortableText(raw.body);
  return {
    title: version?.title ?? converter.convertText(raw.title),
    excerpt: version?.excerpt ?? (raw.excerpt && converter.convertText(raw.excerpt)),
    body: tidyBody(body).map(textOf).filter(Boolean).join("\n"),
  };
}
