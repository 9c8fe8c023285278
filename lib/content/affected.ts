import type { Change, Entry, PublicType } from "@/lib/content/site-index";
import { listPath, listsOf, type SiteMap } from "@/lib/content/site-map";
import { listPaths } from "@/lib/content/verdict";

/** What a change shows on: cache tags, and addresses without locale. */
export type Affected = {
  /** Tags whose pages stay readable until they are renewed. */
  stale: string[];
  /** Tags whose pages must not be shown again: of what is gone, and of what was not there before. */
  expired: string[];
  paths: string[];
  /** Beginnings of further addresses that are out of date, too many to renew at once. */
  prefixes: string[];
  /** Every page may be out of date. */
  all: boolean;
};

const nothing: Affected = { stale: [], expired: [], paths: [], prefixes: [], all: false };

type Rule = (change: Change, map: SiteMap) => Affected;

const rules: Record<PublicType, Rule> = {
  article: affectedByArticle,
  page: affectedByPage,
  redirect: (change) => ({ ...nothing, paths: both(change, ({ from }) => from) }),
  category: (change) =>
    everywhere(
      "categories",
      both(change, ({ slug }) => slug && `category:${slug}`),
    ),
  tag: (change) =>
    everywhere(
      "tags",
      both(change, ({ slug }) => slug && `tag:${slug}`),
    ),
  author: () => everywhere("authors"),
  contactPerson: () => everywhere("contacts"),
  glossaryTerm: () => everywhere("glossary"),
  siteSettings: () => everywhere("settings"),
  navigation: () => everywhere("settings"),
  friendLink: () => everywhere("settings"),
};

/** Name what changes with a document, in a site that `map` describes after the change. */
export function affectedBy(change: Change, map: SiteMap): Affected {
  const entry = change.after ?? change.before;
  return entry === null ? nothing : rules[entry.type](change, map);
}

/** Add up what several changes show on. */
export function together(parts: readonly Affected[]): Affected {
  const expired = unique(parts.flatMap((part) => part.expired));
  return {
    expired,
    stale: unique(parts.flatMap((part) => part.stale)).filter((tag) => !expired.includes(tag)),
    paths: unique(parts.flatMap((part) => part.paths)),
    prefixes: unique(parts.flatMap((part) => part.prefixes)),
    all: parts.some((part) => part.all),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function both(change: Change, read: (entry: Entry) => string | null): string[] {
  const found = [change.before, change.after].flatMap((entry) =>
    entry === null ? [] : [read(entry)],
  );
  return unique(found.filter((value) => value !== null));
}

function everywhere(tag: string, more: readonly string[] = []): Affected {
  return { ...nothing, stale: [tag, ...more], all: true };
}

function affectedByPage(change: Change): Affected {
  const tags = both(change, ({ slug }) => slug && `page:${slug}`);
  const paths = both(change, ({ slug }) => slug && `/${slug}`);
  const isEdit = change.before !== null && change.before.slug === change.after?.slug;
  return {
    ...nothing,
    expired: isEdit ? [] : tags,
    stale: [...(isEdit ? tags : []), "pages"],
    paths: [...paths, "/llms.txt"],
  };
}

const pagesRenewed = 2;

function affectedByArticle(change: Change, map: SiteMap): Affected {
  const states = [change.before, change.after].filter((entry) => entry !== null);
  const isEdit = change.before !== null && change.before.slug === change.after?.slug;
  const own = both(change, ({ slug }) => slug);
  const lists = unique(states.flatMap((entry) => listsOf(entry, map.entries)));
  const others = map.articles.filter(({ slug }) => slug === null || !own.includes(slug));
  const next = unique(states.flatMap((entry) => slugsOf(beside(entry, others, 1))));
  const related = unique(states.flatMap((entry) => slugsOf(relatives(entry, others))));
  const ownTags = own.map((slug) => `article:${slug}`);
  const nearTags = unique([...next, ...related]).map((slug) => `article:${slug}`);
  return {
    ...nothing,
    expired: isEdit ? [] : ownTags,
    stale: [...(isEdit ? ownTags : []), ...lists, ...nearTags],
    paths: [
      ...own.map(articlePath),
      "/",
      // First where the news stands, then what it moves on.
      ...lists.flatMap((list) => listPaths(map, list, 1)),
      ...lists.flatMap((list) => listPaths(map, list, pagesRenewed)),
      "/feed.xml",
      "/feed.json",
      "/llms.txt",
      ...next.map(articlePath),
    ],
    prefixes: [...lists.map((list) => `${listPath(list)}/page/`), ...related.map(articlePath)],
  };
}

function articlePath(slug: string): string {
  return `/news/${slug}`;
}

function slugsOf(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ slug }) => (slug === null ? [] : [slug]));
}

const reachInCategory = 4;

/** The articles that may show this one as related: those nearest to it in its category. */
function relatives(entry: Entry, others: readonly Entry[]): Entry[] {
  const inCategory = others.filter(({ category }) => category === entry.category);
  return beside(entry, inCategory, reachInCategory);
}

function beside(entry: Entry, newestFirst: readonly Entry[], reach: number): Entry[] {
  const at = newestFirst.findIndex(({ publishedAt }) => publishedAt <= entry.publishedAt);
  const place = at === -1 ? newestFirst.length : at;
  return newestFirst.slice(Math.max(0, place - reach), place + reach);
}
