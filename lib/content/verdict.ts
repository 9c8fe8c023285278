import { isReviewOpen } from "@/lib/content/preview/review-link";
import { refreshIfOld } from "@/lib/content/site-index";
import { listPath, pagesOf, siteMap, type Redirect, type SiteMap } from "@/lib/content/site-map";
import { isSlug, pageNumber } from "@/lib/content/slug";

export type Verdict =
  | { is: "known" }
  | { is: "unknown" }
  | ({ is: "moved" } & Redirect)
  /** A way into the preview that no longer opens. */
  | { is: "over" };

export const previewOverPath = "/errors/410";

const review = "/review/";

const fixed = new Set([
  "/",
  "/news",
  "/contact",
  "/contact/message",
  "/contact/thanks",
  "/saved",
  "/search",
  "/feed.xml",
  "/feed.json",
  "/llms.txt",
  "/manifest.webmanifest",
  "/errors/404",
  "/errors/500",
]);

/**
 * Say whether a page exists, before anything is rendered or cached for it.
 *
 * Asks the CMS at most once a minute, however many unknown addresses are tried. While nothing is known
 * because the CMS is away, every page counts as known: what was cached can still be shown.
 */
export async function verdictOn(path: string): Promise<Verdict> {
  if (fixed.has(path)) return { is: "known" };
  if (isReview(path)) return verdictOnReview(path);
  const map = await siteMap();
  if (map === null) return verdictUnseen(path);
  const verdict = judge(path, map);
  if (verdict.is !== "unknown") return verdict;
  await refreshIfOld();
  return judge(path, (await siteMap()) ?? map);
}

function isReview(path: string): boolean {
  return path === previewOverPath || path.startsWith(review);
}

async function verdictOnReview(path: string): Promise<Verdict> {
  const isOpen = path !== previewOverPath && (await isReviewOpen(path.slice(review.length)));
  return { is: isOpen ? "known" : "over" };
}

/** Say whether an editor who previews may be shown a page: drafts are in no list of what exists. */
export async function verdictInPreview(path: string): Promise<Verdict> {
  if (isReview(path)) return verdictOnReview(path);
  return verdictUnseen(path);
}

/** Judge an address by its look alone. */
function verdictUnseen(path: string): Verdict {
  if (!fixed.has(path) && !couldExist(path)) return { is: "unknown" };
  const list = listOfFirstPage(path);
  return list === null ? { is: "known" } : { is: "moved", to: list, isPermanent: true };
}

/** Say whether a page exists according to `map`; a page that exists wins over a redirect from its address. */
export function judge(path: string, map: SiteMap): Verdict {
  if (fixed.has(path) || exists(path, map)) return { is: "known" };
  const redirect = redirectFrom(path, map);
  return redirect === undefined ? { is: "unknown" } : { is: "moved", ...redirect };
}

/** The list whose first page an address counts, which has the list's own address. */
function listOfFirstPage(path: string): string | null {
  return /^(\/news(?:\/(?:category|tag|archive)\/[^/]+)?)\/page\/1$/.exec(path)?.[1] ?? null;
}

/** Where an address has moved; a later page of a list that has moved is looked for in the list's new place. */
function redirectFrom(path: string, map: SiteMap): Redirect | undefined {
  const own = map.redirects.get(path) ?? map.redirects.get(readable(path));
  if (own !== undefined) return own;
  const first = listOfFirstPage(path);
  if (first !== null && (fixed.has(first) || exists(first, map)))
    return { to: first, isPermanent: true };
  const [, list, page] = /^(\/news\/(?:category|tag)\/[^/]+)(\/page\/\d+)$/.exec(path) ?? [];
  const moved = list === undefined ? undefined : map.redirects.get(list);
  return moved && exists(moved.to + page, map) ? { ...moved, to: moved.to + page } : moved;
}

/** A redirect is written as a person reads it, `/码头`; a browser asks for `/%E7%A0%81…`. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function couldExist(path: string): boolean {
  return path.length <= 256 && path.split("/").slice(1).every(isSlug);
}

const listKinds: Record<string, string> = { category: "category", tag: "tag", archive: "year" };

function exists(path: string, map: SiteMap): boolean {
  const [first = "", ...rest] = path.split("/").slice(1);
  if (first !== "news") return rest.length === 0 && map.pageSlugs.has(first);
  const [second = "", third, ...more] = rest;
  if (third === undefined) return map.articleSlugs.has(second);
  if (second === "page") return more.length === 0 && reaches(map, "articles", third);
  const kind = listKinds[second];
  if (kind === undefined) return false;
  return existsInList(`${kind}:${third}`, more, map);
}

function existsInList(list: string, rest: readonly string[], map: SiteMap): boolean {
  if (rest.length === 0) return pagesOf(map, list) !== null;
  const [word, page, ...more] = rest;
  return word === "page" && page !== undefined && more.length === 0 && reaches(map, list, page);
}

function reaches(map: SiteMap, list: string, page: string): boolean {
  const number = pageNumber(page);
  const pages = pagesOf(map, list);
  return number !== null && pages !== null && number <= pages;
}

/** The addresses, without locale, of the first pages of a list. */
export function listPaths(map: SiteMap, list: string, most: number): string[] {
  const pages = Math.min(most, pagesOf(map, list) ?? 1);
  const first = listPath(list);
  return Array.from({ length: pages }, (_, at) => (at === 0 ? first : `${first}/page/${at + 1}`));
}
