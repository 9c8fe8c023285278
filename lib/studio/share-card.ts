import { z } from "zod";

import { type Said, sayPlaced } from "@/lib/studio/locale/say";

const text = z.string().catch("");
const image = z
  .object({ asset: z.object({ _ref: z.string() }) })
  .nullable()
  .catch(null);
const seo = z
  .object({ title: text, description: text, image })
  .catch({ title: "", description: "", image: null });

const articleSchema = z.object({
  title: text,
  excerpt: text,
  slug: z.object({ current: text }).catch({ current: "" }),
  seo,
});

export type ShareCard = { title: string; description: string; path: string; image: string | null };

/**
 * What a search result or a shared link will say about an article: its own words for it, else its title and excerpt.
 *
 * Without a picture chosen for it the site draws one with the title; the cover says nothing of the title and is not shared.
 */
export function shareCard(article: unknown): ShareCard {
  const { title, excerpt, slug, seo: own } = articleSchema.parse(article ?? {});
  return {
    title: own.title || title,
    description: own.description || excerpt,
    path: `/news/${slug.current}`,
    image: own.image?.asset._ref ?? null,
  };
}

/** After how many characters a card cuts a text off; the warnings of the form say the same. */
export const shareLengths = {
  searchTitle: 30,
  searchDescription: 78,
  wechatTitle: 36,
  wechatDescription: 36,
};

const lengthOf = (value: unknown): number =>
  typeof value === "string" ? Array.from(value).length : 0;

/** Warn of a title that a card would cut off. */
export function checkSharedTitle(title: unknown): Said | true {
  const { searchTitle, wechatTitle } = shareLengths;
  const length = lengthOf(title);
  if (length > wechatTitle)
    return sayPlaced(
      "标题超过 {wechatTitle} 个字，微信卡片里会被截断；搜索结果里超过 {searchTitle} 个字就会",
      shareLengths,
    );
  if (length > searchTitle)
    return sayPlaced("标题超过 {searchTitle} 个字，搜索结果里会被截断", shareLengths);
  return true;
}

/** Warn of an article's title that would be cut off, unless it has another one for search and sharing. */
export function checkArticleTitle(title: unknown, { document }: { document?: unknown }) {
  return shareCard(document).title === title ? checkSharedTitle(title) : true;
}

/** Warn of a description that a search result would cut off. */
export function checkSharedDescription(description: unknown): Said | true {
  return lengthOf(description) > shareLengths.searchDescription
    ? sayPlaced("超过 {searchDescription} 个字，搜索结果里会被截断", shareLengths)
    : true;
}

/** Cut a text as a card does, with a sign that something is missing. */
export function cutAt(value: string, length: number): string {
  const characters = Array.from(value);
  return characters.length <= length ? value : `${characters.slice(0, length - 1).join("")}…`;
}
