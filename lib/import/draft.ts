import type { Member, Picture } from "../rich-text/members.ts";

/** Something an article is filed under, with the address it had, if it had one. */
export type Term = { title: string; slug: string | null };

/** What was read out of one old page, before anything is known of the site it comes to. */
export type Draft = {
  /** What a person would call it: the file, or the title and number in an export. */
  source: string;
  /** The same each time the same page is read: ids are made of it. */
  key: string;
  kind: "article" | "page";
  /** Whether everybody could read it where it was. */
  isPublic: boolean;
  title: string;
  /** The title of the page's window, which often ends with the site's name; `null` where there is no window. */
  windowTitle: string | null;
  isPinned: boolean;
  publishedAt: string | null;
  updatedAt: string | null;
  category: Term | null;
  tags: readonly Term[];
  author: string | null;
  /** Where it was taken from, as 来源 says. */
  origin: string | null;
  excerpt: string | null;
  cover: Picture | null;
  members: readonly Member[];
  /** The address that pictures and links are relative to. */
  base: string;
  /** Other addresses that links lead to it by. */
  aliases: readonly string[];
  /** The path that visitors know, `/news/12.html`; `null` where it is not known or has a query. */
  oldPath: string | null;
  slug: string | null;
  /** The folder of the file, for pictures lying beside it. */
  folder: string;
  /** The folder that stands for the old site's root; no picture is read outside of it. */
  root: string;
  warnings: readonly string[];
};

/** One input: read, passed over for a reason that is no fault, or not readable. */
export type Outcome =
  | { is: "read"; draft: Draft }
  | { is: "skipped"; source: string; reason: string }
  | { is: "failed"; source: string; reason: string };

/** Stands in for the old site's host where nothing tells it. */
export const unknownSite = "http://old-site.invalid";

/**
 * The path a redirect can lead on from: without the slash at its end, readable instead of percent-encoded.
 *
 * `null` for `/?p=12`, which has no path of its own.
 */
export function oldPathOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { pathname, search } = new URL(address);
  if (search !== "" || pathname === "/") return null;
  try {
    const path = decodeURI(pathname).replace(/\/+$/, "");
    return /^\/[^/\\\s][^\s]*$/.test(path) ? path : null;
  } catch {
    return null;
  }
}

/** Why a file could not be read, for one line of the report. */
export class SourceError extends Error {}
