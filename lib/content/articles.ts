import { z } from "zod";

import type { BodyMember } from "@/lib/content/body";
import { ask, askCached } from "@/lib/content/client";
import { getContact } from "@/lib/content/contacts";
import { convertFields, converterTo, writtenInHant } from "@/lib/content/conversion";
import { documentOf, membersOf } from "@/lib/content/lenient";
import type { Video } from "@/lib/content/media";
import { isDraftView } from "@/lib/content/preview/draft-view";
import { articlePageQuery, aroundQuery, draftArticleQuery } from "@/lib/content/queries";
import { readingMinutes } from "@/lib/content/reading-time";
import {
  draftArticleSchema,
  rawArticleSchema,
  rawSummarySchema,
  type Author,
  type Contact,
  type RawArticle,
  type Seo,
  type Tag,
} from "@/lib/content/schema";
import { isSlug } from "@/lib/content/slug";
import { convertPicture, summariesFor, versionFor, type Summary } from "@/lib/content/summaries";
import { getAuthor, listTags } from "@/lib/content/taxonomy";
import { tidyBody } from "@/lib/content/tidy-body";
import type { Locale } from "@/lib/i18n/locales";
import type { Converter } from "@/lib/zh/converter.ts";

export type Article = Summary & {
  tags: Tag[];
  video: Video | null;
  body: BodyMember[];
  source: RawArticle["source"];
  author: Author | null;
  updatedAt: string | null;
  updateNote: string | null;
  contact: Contact | null;
  seo: Seo | null;
  readingMinutes: number;
  older: Summary | null;
  newer: Summary | null;
  related: Summary[];
  fields: ShownFields;
};

/** From which fields of the document the texts come: another script's may have been written by hand. */
type ShownFields = Record<"title" | "excerpt" | "body", string>;

const stories = membersOf(rawSummarySchema, "article");

const aroundSchema = z.object({
  newer: stories,
  older: stories,
  named: stories,
  olderInCategory: stories,
  newerInCategory: stories,
});

type Around = z.infer<typeof aroundSchema>;

/** An article in the reader's script with all that stands around it; `null` when there is none of that slug. */
export async function getArticle(slug: string, locale: Locale): Promise<Article | null> {
  if (!isSlug(slug)) return null;
  const shape = (await isDraftView()) ? draftArticleSchema : rawArticleSchema;
  const article = documentOf(shape, "article");
  const schema = z.object({ article, around: aroundSchema }).nullable();
  const found = await askCached({ query: articlePageQuery, params: { slug }, schema }, [
    `article:${slug}`,
  ]);
  return found && withSurroundings(found.article, found.around, locale);
}

/** An article by its id as it stands in the draft, published or not; all around it is public. */
export async function getDraftArticle(id: string, locale: Locale): Promise<Article | null> {
  const params = { id, draft: `drafts.${id}` };
  const schema = documentOf(draftArticleSchema, "article").nullable();
  const raw = await ask({ query: draftArticleQuery, params, schema }, "raw");
  return raw && withSurroundings(raw, await askAround(raw), locale);
}

async function withSurroundings(raw: RawArticle, near: Around, locale: Locale): Promise<Article> {
  const [own, around, kept, author, contact] = await Promise.all([
    inReadersScript(raw, locale),
    arrangeAround(raw, near, locale),
    listTags(locale),
    getAuthor(raw.author, locale),
    getContact(raw.contact, locale),
  ]);
  const tagged = kept.filter(({ _id }) => raw.tags.includes(_id));
  return { ...own, ...around, tags: tagged, author, contact };
}

async function inReadersScript(raw: RawArticle, locale: Locale) {
  const [converterFor, summaries] = await Promise.all([converterTo(locale), summariesFor(locale)]);
  const [summary] = summaries([raw]);
  if (summary === undefined) throw new RangeError("A summary is made for every article");
  const converter = converterFor(raw);
  const text = (value: string | null) => value && converter.convertText(value);
  const version = versionFor(raw.variants, locale, () => converterFor(writtenInHant));
  const body = tidyBody(version?.body ?? converter.convertPortableText(raw.body));
  return {
    ...summary,
    body,
    video: raw.video && convertVideo(converter, raw.video),
    source: raw.source && { ...raw.source, name: converter.convertText(raw.source.name) },
    updatedAt: raw.updatedAt,
    updateNote: text(raw.updateNote),
    seo: raw.seo && convertFields(converter, raw.seo, ["title", "description"]),
    readingMinutes: readingMinutes(body),
    fields: fieldsShown(version),
  };
}

function fieldsShown(version: RawArticle["variants"][number] | null): ShownFields {
  const shown = (name: keyof ShownFields) =>
    version?.[name] == null ? name : `variants[_key=="${version._key}"].${name}`;
  return { title: shown("title"), excerpt: shown("excerpt"), body: shown("body") };
}

function convertVideo(converter: Converter, video: Video): Video {
  return {
    ...convertFields(converter, video, ["transcript"]),
    poster: video.poster && convertPicture(converter, video.poster),
  };
}

const relatedCount = 3;

async function askAround(raw: RawArticle): Promise<Around> {
  const params = {
    at: raw.publishedAt ?? raw._createdAt,
    related: raw.related,
    category: raw.category ?? "",
  };
  const question = { query: aroundQuery, params, schema: aroundSchema };
  return askCached(question, [`article:${raw.slug}`]);
}

async function arrangeAround(raw: RawArticle, near: Around, locale: Locale) {
  const summaries = await summariesFor(locale);
  const older = summaries(near.older)[0] ?? null;
  const newer = summaries(near.newer)[0] ?? null;
  const beside = new Set([raw._id, older?.id, newer?.id]);
  const candidates = [
    ...named(raw.related, near.named),
    ...near.olderInCategory,
    ...near.newerInCategory,
  ];
  const isNew = ({ _id }: { _id: string }) => !beside.has(_id) && Boolean(beside.add(_id));
  return { older, newer, related: summaries(candidates.filter(isNew).slice(0, relatedCount)) };
}

/** The relatives in the order the editor named them. */
function named<T extends { _id: string }>(ids: readonly string[], found: readonly T[]): T[] {
  return ids.flatMap((id) => found.filter(({ _id }) => _id === id));
}
