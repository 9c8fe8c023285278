import { pageSize } from "@/lib/content/page-size";
import { shared } from "@/lib/content/shared";
import { indexVersion, siteIndex, type Entry } from "@/lib/content/site-index";
import { yearOf } from "@/lib/content/year";

/** Where an address leads, without locale, and whether for good. */
export type Redirect = { to: string; isPermanent: boolean };

/** The index arranged for questions about URLs. */
export type SiteMap = {
  entries: ReadonlyMap<string, Entry>;
  articles: readonly Entry[];
  articleSlugs: ReadonlyMap<string, Entry>;
  pageSlugs: ReadonlyMap<string, Entry>;
  redirects: ReadonlyMap<string, Redirect>;
  /** The number of articles by list, such as `category:company`, `year:2026` and `all`. */
  counts: ReadonlyMap<string, number>;
  /** The script of visitors who ask for no Chinese. */
  defaultScript: "zh-Hans" | "zh-Hant";
};

type Kept = { version: number; map: SiteMap | null };

const kept = shared<Kept>("site-map", () => ({ version: -1, map: null }));

/** The map of what the site holds; `null` while that is unknown because the CMS cannot be asked. */
export async function siteMap(): Promise<SiteMap | null> {
  const entries = await siteIndex();
  if (entries === null) return null;
  const current = kept();
  if (current.map === null || current.version !== indexVersion())
    Object.assign(current, { version: indexVersion(), map: arrange(entries) });
  return current.map;
}

/** Arrange an index: newest article first, everything else by what a URL names it with. */
export function arrange(entries: ReadonlyMap<string, Entry>): SiteMap {
  const all = [...entries.values()];
  const articles = all
    .filter(({ type, slug }) => type === "article" && slug !== null)
    .toSorted((a, b) => compare(b.publishedAt, a.publishedAt) || compare(b.id, a.id));
  return {
    entries,
    articles,
    articleSlugs: bySlug(articles),
    pageSlugs: bySlug(all.filter(({ type }) => type === "page")),
    redirects: redirectsOf(all),
    counts: count(articles, entries),
    defaultScript: all.find(({ type }) => type === "siteSettings")?.defaultScript ?? "zh-Hans",
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function bySlug(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.flatMap((entry) => (entry.slug === null ? [] : [[entry.slug, entry]])));
}

function redirectsOf(entries: readonly Entry[]): Map<string, Redirect> {
  return new Map(
    entries.flatMap(({ from, to, permanent }) =>
      from && to ? [[from, { to, isPermanent: permanent !== false }]] : [],
    ),
  );
}

function count(articles: readonly Entry[], entries: ReadonlyMap<string, Entry>) {
  const counts = new Map<string, number>();
  for (const { type, slug } of entries.values())
    if ((type === "category" || type === "tag") && slug !== null) counts.set(`${type}:${slug}`, 0);
  for (const article of articles)
    for (const list of listsOf(article, entries)) counts.set(list, (counts.get(list) ?? 0) + 1);
  return counts;
}

/** The lists an article stands in, named as their cache tags are. */
export function listsOf(article: Entry, entries: ReadonlyMap<string, Entry>): string[] {
  const slugOf = (id: string) => entries.get(id)?.slug ?? null;
  const named = (kind: string, ids: readonly string[]) =>
    ids.map(slugOf).flatMap((slug) => (slug === null ? [] : [`${kind}:${slug}`]));
  return [
    "articles",
    ...named("category", article.category === null ? [] : [article.category]),
    ...named("tag", article.tags),
    `year:${yearOf(article.publishedAt)}`,
  ];
}

/** How many pages a list fills; `null` for a list there is not. */
export function pagesOf(map: SiteMap, list: string): number | null {
  if (list === "articles") return Math.max(1, Math.ceil(map.articles.length / pageSize));
  const total = map.counts.get(list);
  return total === undefined ? null : Math.max(1, Math.ceil(total / pageSize));
}

/** The address, without locale, of a list's first page: `category:company` → `/news/category/company`. */
export function listPath(list: string): string {
  if (list === "articles") return "/news";
  const [kind = "", name = ""] = list.split(":");
  return kind === "year" ? `/news/archive/${name}` : `/news/${kind}/${name}`;
}
