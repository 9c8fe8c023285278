import { articlePageQuery, aroundQuery, listQuery } from "../../../lib/content/queries.ts";
import { categoryCount, dayOf } from "./corpus.ts";

export type Question = { query: string; params: Record<string, unknown> };

/** As the site loads what its sitemap and its redirects are made of, a thousand at a time. */
const indexQuery = `*[_type in $types && _id in path("*") && _id > $after] | order(_id asc) [0...1000]
  {_id, _type, _rev, _createdAt, _updatedAt, "slug": slug.current, "category": category._ref,
  "tags": tags[]._ref, publishedAt, from, to, "noindex": seo.noindex}`;

const types = ["article", "category", "tag", "author", "contactPerson", "page", "redirect"];
const pageSize = 20;
const pages = 40;

/** Numbers that jump about, so that no two clicks are neighbours. */
const somewhere = (click: number, count: number): number => (click * 7919) % count;

function page(click: number, count: number): [number, number] {
  const from = (click % Math.min(pages, Math.floor(count / pageSize))) * pageSize;
  return [from, from + pageSize];
}

/**
 * The site's own questions, as a visitor's clicks would bring them: the n-th click on a lake of `count` articles.
 *
 * `click` is a parameter that no query reads: with it no two questions are alike, and each is answered anew.
 */
export const siteQueries: Readonly<Record<string, (click: number, count: number) => Question>> = {
  slug: (click, count) => ({
    query: articlePageQuery,
    params: { click, slug: `news-${somewhere(click, count)}` },
  }),
  list: (click, count) => ({
    query: listQuery({ by: "all" }, ...page(click, count)),
    params: { click },
  }),
  category: (click, count) => {
    const id = `category-${click % categoryCount}`;
    const [from, to] = page(click, Math.floor(count / categoryCount));
    return { query: listQuery({ by: "category", id }, from, to), params: { click, id } };
  },
  neighbours: (click, count) => ({
    query: aroundQuery,
    params: {
      click,
      at: dayOf(somewhere(click, count)),
      related: [`article-${String(somewhere(click + 1, count)).padStart(6, "0")}`],
      category: `category-${somewhere(click, count) % categoryCount}`,
    },
  }),
  sitemap: (click, count) => {
    const after = count > 1000 ? somewhere(click, count - 1000) : click % 20;
    return {
      query: indexQuery,
      params: { click, types, after: `article-${String(after).padStart(6, "0")}` },
    };
  },
  search: (click) => ({
    query: `*[_type == "article" && @ match text::query($words)] | order(publishedAt desc) [0...20]{title}`,
    params: { click, words: ["采购部", "数字平台", "节能改造"][click % 3] ?? "" },
  }),
};
