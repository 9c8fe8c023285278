import { z } from "zod";

import { askCached } from "@/lib/content/client";
import { membersOf } from "@/lib/content/lenient";
import { videoSchema, type Video } from "@/lib/content/media";
import { pageSize } from "@/lib/content/page-size";
import { homeQuery, listQuery, newestSlugsQuery, type ListFilter } from "@/lib/content/queries";
import { rawSummarySchema, summariesSchema, type Category, type Tag } from "@/lib/content/schema";
import { isSlug } from "@/lib/content/slug";
import { summariesFor, type Summary } from "@/lib/content/summaries";
import { startOfYear } from "@/lib/content/year";
import type { Locale } from "@/lib/i18n/locales";

export type ListPage = { items: Summary[]; page: number; pages: number; total: number };

export type ListOf =
  | { of: "all" }
  | { of: "category"; category: Category }
  | { of: "tag"; tag: Tag }
  | { of: "year"; year: number };

function selection(list: ListOf): {
  filter: ListFilter;
  params: Record<string, string>;
  tag: string;
} {
  switch (list.of) {
    case "all":
      return { filter: { by: "all" }, params: {}, tag: "articles" };
    case "category": {
      const { _id: id, slug } = list.category;
      return { filter: { by: "category", id }, params: { id }, tag: `category:${slug}` };
    }
    case "tag": {
      const { _id: id, slug } = list.tag;
      return { filter: { by: "tag", id }, params: { id }, tag: `tag:${slug}` };
    }
    case "year": {
      const from = startOfYear(list.year);
      const to = startOfYear(list.year + 1);
      return { filter: { by: "year", from, to }, params: { from, to }, tag: `year:${list.year}` };
    }
  }
}

/** One page of a list, the first being 1; `null` when the list does not reach that far. */
export async function getListPage(
  list: ListOf,
  page: number,
  locale: Locale,
): Promise<ListPage | null> {
  const { filter, params, tag } = selection(list);
  const query = listQuery(filter, (page - 1) * pageSize, page * pageSize);
  const { items, total } = await askCached({ query, params, schema: summariesSchema }, [tag]);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (page > pages) return null;
  return { items: (await summariesFor(locale))(items), page, pages, total };
}

const homeSchema = z.object({
  pinned: membersOf(rawSummarySchema, "article"),
  latest: membersOf(rawSummarySchema, "article"),
  videos: membersOf(rawSummarySchema.extend({ video: videoSchema }), "article with a video"),
});

export type VideoStory = Summary & { video: Video };

export type Home = { lead: Summary | null; latest: Summary[]; videoStory: VideoStory | null };

/** The front page: the pinned story leads, else the newest; no story is told twice. */
export async function getHome(locale: Locale): Promise<Home> {
  const raw = await askCached({ query: homeQuery, schema: homeSchema }, ["articles"]);
  const summaries = await summariesFor(locale);
  const [pinned] = summaries(raw.pinned);
  const newest = summaries(raw.latest);
  const lead = pinned ?? newest[0] ?? null;
  const [film] = raw.videos;
  const [story] = summaries(raw.videos);
  return {
    lead,
    latest: newest.filter(({ id }) => id !== lead?.id),
    videoStory: film && story ? { ...story, video: film.video } : null,
  };
}

/** The slugs of the newest articles, which a build makes ready beforehand. */
export async function listNewestSlugs(count: number): Promise<string[]> {
  const schema = z.array(z.string());
  const slugs = await askCached({ query: newestSlugsQuery(count), schema }, ["articles"]);
  return slugs.filter(isSlug);
}
