import { setImmediate } from "node:timers/promises";

import { z } from "zod";

import { printedIn, printedWith } from "@/lib/content/body-text";
import { ask } from "@/lib/content/client";
import { converterNow, writtenInHant } from "@/lib/content/conversion";
import { instant, maybeText, membersOf } from "@/lib/content/lenient";
import { searchableContactsQuery, searchableQuery } from "@/lib/content/queries";
import { contactSchema, rawArticleSchema } from "@/lib/content/schema";
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
    cover: true,
    video: true,
    source: true,
    updateNote: true,
    variants: true,
  })
  .extend({
    _type: z.enum(["article", "page"]),
    category: maybeText,
    // The title of a tag that is gone is null.
    tags: z.array(maybeText).nullish(),
    author: maybeText,
  });

type RawSearchable = z.infer<typeof rawSearchableSchema>;

const searchablesSchema = membersOf(rawSearchableSchema, "document to be found");

const rawContactSchema = contactSchema.omit({ wechatQr: true }).extend({ _createdAt: instant });

type RawContact = z.infer<typeof rawContactSchema>;

const contactsSchema = membersOf(rawContactSchema, "contact person to be found");

/**
 * The revision of every document that search may find; `null` while that is unknown because the CMS cannot be asked.
 *
 * The glossary and the site's scripts are part of the revision, because a document reads by them; so are the
 * revisions of the category, tags and author whose names it bears.
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
  const shared = [...locales, glossary].join(" ").trim();
  const revisions = new Map(entries.map(({ id, revision }) => [id, revision]));
  const named = ({ category, tags, author }: Entry) =>
    [category, ...tags, author].flatMap((id) => (id === null ? [] : (revisions.get(id) ?? [])));
  return new Map(
    entries
      .filter(isFindable)
      .map((entry) => [entry.id, [entry.revision, ...named(entry), shared].join(" ")]),
  );
}

function isFindable({ type, slug }: Entry): boolean {
  if (type === "contactPerson") return true;
  return (type === "article" || type === "page") && slug !== null && isSlug(slug);
}

/** Read what is published as plain text in every script, for the search index. */
export async function listSearchable(ids: readonly string[]) {
  const [raw, contacts, converterTo] = await Promise.all([
    ask({ query: searchableQuery, params: { ids }, schema: searchablesSchema }),
    ask({ query: searchableContactsQuery, params: { ids }, schema: contactsSchema }),
    converterNow(),
  ]);
  const documents = [];
  for (const one of raw) {
    // oxlint-disable-next-line no-await-in-loop -- visitors are answered between two conversions
    await setImmediate();
    documents.push({
      id: one._id,
      kind: one._type,
      slug: one.slug,
      publishedAt: one.publishedAt ?? one._createdAt,
      texts: inEveryScript((locale) => textsIn(one, locale, converterTo)),
    });
  }
  return [...documents, ...contacts.map((contact) => contactDocument(contact, converterTo))];
}

type ConverterTo = Awaited<ReturnType<typeof converterNow>>;

function inEveryScript<T>(textsOf: (locale: Locale) => T): Record<string, T> {
  return Object.fromEntries(locales.map((locale) => [locale, textsOf(locale)]));
}

/** The texts of an article or page as it is shown in a script, names converted as on its lists. */
function textsIn(raw: RawSearchable, locale: Locale, converterTo: ConverterTo) {
  const converter = converterTo(locale, raw);
  const version = versionFor(raw.variants, locale, () => converterTo(locale, writtenInHant));
  const body = version?.body ?? converter.convertPortableText(raw.body);
  const beside = [
    ...(raw.cover ? printedWith(raw.cover) : []),
    raw.video?.transcript,
    raw.source?.name,
    raw.updateNote,
  ];
  const printed = [
    ...tidyBody(body).flatMap(printedIn),
    ...beside.map((text) => text && converter.convertText(text)),
  ];
  const names = [raw.category, ...(raw.tags ?? []), raw.author].filter((name) => name !== null);
  return {
    title: version?.title ?? converter.convertText(raw.title),
    excerpt: version?.excerpt ?? (raw.excerpt && converter.convertText(raw.excerpt)),
    names: names.map((name) => converterTo(locale).convertText(name)).join(" · "),
    body: printed.filter(Boolean).join("\n"),
  };
}

/** A person of the contact page; numbers are found as they are written there and without their hyphens. */
function contactDocument(contact: RawContact, converterTo: ConverterTo) {
  const { _id, _createdAt, name, role, hours, region, tel, mobile, email, wechatId } = contact;
  const digits = [tel, mobile].flatMap((number) => number?.replaceAll(/[^0-9]/g, "") || []);
  return {
    id: _id,
    kind: "contact" as const,
    slug: _id,
    publishedAt: _createdAt,
    texts: inEveryScript((locale) => {
      const { convertText } = converterTo(locale);
      const text = (value: string | null) => value && convertText(value);
      const lines = [tel, mobile, email, wechatId, text(region), text(hours)];
      return {
        title: convertText(name),
        excerpt: text(role),
        names: digits.join(" · "),
        body: lines.filter(Boolean).join("\n"),
      };
    }),
  };
}
