import { pageSize } from "@/lib/content/page-size";
import type { Entry } from "@/lib/content/site-index";
import { arrange } from "@/lib/content/site-map";

export function entry(type: Entry["type"], id: string, fields: Partial<Entry> = {}): Entry {
  return {
    id,
    type,
    revision: "1",
    createdAt: "2026-01-01T00:00:00Z",
    updatedAt: "2026-01-01T00:00:00Z",
    publishedAt: "2026-01-01T00:00:00Z",
    slug: null,
    category: null,
    tags: [],
    author: null,
    from: null,
    to: null,
    permanent: null,
    noindex: false,
    defaultScript: null,
    ...fields,
  };
}

/** An article whose place in time is its number: `article(3)` is newer than `article(2)`. */
export function article(number: number, fields: Partial<Entry> = {}): Entry {
  const publishedAt = new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString();
  return entry("article", `a${number}`, { slug: `story-${number}`, publishedAt, ...fields });
}

export const company = entry("category", "c1", { slug: "company" });
export const press = entry("category", "c2", { slug: "press" });
export const pumps = entry("tag", "t1", { slug: "pumps" });
export const about = entry("page", "p1", { slug: "about" });

export function mapOf(...entries: Entry[]) {
  return arrange(new Map(entries.map((one) => [one.id, one])));
}

/** A site of one full page of company news and one article more, five of them about pumps. */
export function smallSite(...more: Entry[]) {
  const articles = Array.from({ length: pageSize + 1 }, (_, at) =>
    article(at + 1, { category: "c1", tags: at < 5 ? ["t1"] : [] }),
  );
  return mapOf(company, press, pumps, about, ...articles, ...more);
}
