import type { Entry } from "@/lib/content/site-index";
import { listPath, type SiteMap } from "@/lib/content/site-map";
import { escapeXml } from "@/lib/content/xml";
import { env } from "@/lib/env";
import { absolute } from "@/lib/i18n/alternates";
import { defaultLocale, locales } from "@/lib/i18n/locales";

const perFile = 5_000;

type Address = { path: string; changed: string | null };

/** The parts of the sitemap: the pages, then the articles in files of five thousand. */
export function sitemapParts(map: SiteMap): string[] {
  const files = Math.ceil(listedArticles(map).length / perFile);
  return ["pages.xml", ...Array.from({ length: files }, (_, at) => `articles-${at + 1}.xml`)];
}

export function sitemapIndex(map: SiteMap): string {
  const entries = sitemapParts(map).map(
    (part) => `<sitemap><loc>${env().siteUrl}/sitemap/${part}</loc></sitemap>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("\n")}
</sitemapindex>
`;
}

/** One file of the sitemap; `null` when there is none of that name. */
export function sitemapPart(map: SiteMap, part: string): string | null {
  if (part === "pages.xml") return urlset(pageAddresses(map));
  const [, number] = /^articles-([1-9]\d{0,5})\.xml$/.exec(part) ?? [];
  if (number === undefined) return null;
  const from = (Number(number) - 1) * perFile;
  const articles = listedArticles(map).slice(from, from + perFile);
  return articles.length === 0 ? null : urlset(articles.map(articleAddress));
}

const isListed = ({ noindex }: Entry) => !noindex;

function listedArticles({ articles }: SiteMap): Entry[] {
  return articles.filter(isListed);
}

function articleAddress({ slug, updatedAt }: Entry): Address {
  return { path: `/news/${slug}`, changed: updatedAt };
}

function pageAddresses(map: SiteMap): Address[] {
  const newest = map.articles.map(({ updatedAt }) => updatedAt).reduce(later, "") || null;
  const lists = [...map.counts].filter(([list, count]) => count > 0 && list !== "articles");
  return [
    { path: "/", changed: newest },
    { path: "/news", changed: newest },
    { path: "/contact", changed: null },
    ...lists.map(([list]) => ({ path: listPath(list), changed: null })),
    ...[...map.pageSlugs.values()]
      .filter(isListed)
      .map(({ slug, updatedAt }) => ({ path: `/${slug}`, changed: updatedAt })),
  ];
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function urlset(addresses: readonly Address[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${addresses.flatMap(inEveryScript).join("\n")}
</urlset>
`;
}

function inEveryScript({ path, changed }: Address): string[] {
  const alternates = [...locales, "x-default" as const].map((language) => {
    const href = absolute(language === "x-default" ? defaultLocale : language, path);
    return `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(href)}"/>`;
  });
  const lastmod = changed === null ? "" : `<lastmod>${changed}</lastmod>`;
  return locales.map(
    (locale) =>
      `<url><loc>${escapeXml(absolute(locale, path))}</loc>${lastmod}${alternates.join("")}</url>`,
  );
}
