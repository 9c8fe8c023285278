import { isLocale, type Locale } from "@/lib/i18n/locales";

export type LocalisedPath = { locale: Locale | null; path: string };

/** Split `/zh-Hant/news/x` into its locale and `/news/x`; a path without a known locale keeps all of itself. */
export function splitLocale(pathname: string): LocalisedPath {
  const [, first = "", ...rest] = pathname.split("/");
  if (!isLocale(first)) return { locale: null, path: pathname };
  return { locale: first, path: `/${rest.join("/")}` };
}

/** Put the locale before a path that has none: `/news` → `/zh-Hant/news`, `/` → `/zh-Hant`. */
export function localise(locale: Locale, path: string): string {
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/**
 * The page to go back to after a change of script.
 *
 * A static page cannot know its own query, so the browser's `Referer` supplies it, but only when it names
 * the same page on the same site. What is not a path of this site becomes `/`.
 */
export function pageToReturnTo(
  next: string | null,
  referer: string | null,
  origins: readonly string[],
): string {
  const came = pageOfReferer(referer, origins);
  if (next === null) return came === null ? "/" : came.path + came.search;
  const path = sitePath(next);
  return came !== null && came.path === path ? came.path + came.search : path;
}

function pageOfReferer(referer: string | null, origins: readonly string[]) {
  if (referer === null || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  if (!origins.includes(url.origin)) return null;
  return { path: splitLocale(url.pathname).path, search: url.search };
}

function sitePath(next: string): string {
  const base = "http://site.invalid";
  if (!next.startsWith("/") || !URL.canParse(next, base)) return "/";
  const url = new URL(next, base);
  if (url.origin !== base) return "/";
  return splitLocale(url.pathname).path + url.search;
}
