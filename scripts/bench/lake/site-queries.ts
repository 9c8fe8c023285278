import { categoryCount } from "./corpus.ts";

export type Question = { query: string; params: Record<string, string> };

const articles = `_type == "article" && _id in path("*") && defined(slug.current)`;
const newestFirst = `order(publishedAt desc, _id desc)`;
const card = `{
  _id, _createdAt, title, "slug": slug.current, excerpt, "cover": cover{..., "lqip": asset->metadata.lqip},
  "category": category._ref, publishedAt, pinned, "variants": variants[]{locale, status, title, excerpt}
}`;

const dayOf = (index: number): string =>
  new Date(Date.UTC(2010, 0, 1) + index * 3_600_000).toISOString();

/**
 * The site's own questions, as a visitor's clicks would bring them: the n-th click on a lake of `count` articles.
 */
export const siteQueries: Readonly<Record<string, (click: number, count: number) => Question>> = {
  slug: (click, count) => ({
    query: `*[${articles} && slug.current == $slug][0]{..., "category": category->{title}}`,
    params: { slug: `news-${(click * 7919) % count}` },
  }),
  list: (click) => ({
    query: `{"items": *[${articles}] | ${newestFirst} [${(click % 40) * 20}...${(click % 40) * 20 + 20}]${card}, "total": count(*[${articles}])}`,
    params: {},
  }),
  category: (click) => ({
    query: `{
      "items": *[${articles} && category._ref == $id] | ${newestFirst} [0...20]${card},
      "total": count(*[${articles} && category._ref == $id])
    }`,
    params: { id: `category-${click % categoryCount}` },
  }),
  neighbours: (click, count) => ({
    query: `{
      "newer": *[${articles} && publishedAt > $at] | order(publishedAt asc, _id asc) [0...1]${card},
      "older": *[${articles} && publishedAt < $at] | ${newestFirst} [0...1]${card}
    }`,
    params: { at: dayOf((click * 7919) % count) },
  }),
  sitemap: (click, count) => {
    const from = ((click * 1000) % count) - (((click * 1000) % count) % 1000);
    return {
      query: `*[${articles}] | order(_id) [${from}...${from + 1000}]{"slug": slug.current, _updatedAt}`,
      params: {},
    };
  },
  search: (click) => ({
    query: `*[_type == "article" && @ match text::query($words)] | order(publishedAt desc) [0...20]{title}`,
    params: { words: ["采购部", "数字平台", "节能改造"][click % 3] ?? "" },
  }),
};
