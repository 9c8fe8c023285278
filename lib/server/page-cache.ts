import type { StoredPage } from "./stored-page.ts";

export type PageCache = {
  get(key: string): StoredPage | undefined;
  /** Keep a page that was asked for while `generation` stood; a drop since then makes it old news. */
  put(key: string, page: StoredPage, generation: number): boolean;
  /**
   * Keep an old page for a moment, while the site makes the new one: a crowd that asks for it shall not take the
   * processor from its making. It never takes the place of another.
   */
  lend(key: string, page: StoredPage, generation: number): void;
  /**
   * Let these pages go: each stays for `grace` at most, until its successor takes its place, since all that
   * Next would answer meanwhile is the same old page. What lists pages without being one (feeds, sitemaps)
   * goes at once.
   */
  drop(keys: readonly string[]): void;
  /** Forget every page whose address begins with one of these. */
  dropUnder(beginnings: readonly string[]): void;
  /** Let one page go at once: it turned out to be gone. */
  forget(key: string): void;
  clear(): void;
  generation(): number;
  bytes(): number;
};

export type PageCacheOptions = {
  capacity: number;
  /** How long a page is believed without asking again, in ms: heals what no revalidation told us of. */
  lifetime?: number;
  /** How long a dropped page may stand in for the one being made, in ms. */
  grace?: number;
  /** How long an old page that was asked for after that may, in ms. */
  loan?: number;
  now?: () => number;
};

type Entry = { page: StoredPage; until: number };

type Shelf = {
  entries: Map<string, Entry>;
  get(key: string): StoredPage | undefined;
  keep(key: string, entry: Entry): boolean;
  remove(key: string): void;
  bytes(): number;
};

/** Room for `capacity` bytes of pages, each for its time; the least recently asked for leaves first. */
function createShelf(capacity: number, now: () => number): Shelf {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  function remove(key: string): void {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entries.delete(key);
    bytes -= entry.page.bytes;
  }
  return {
    entries,
    remove,
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (entry.until <= now()) return void remove(key);
      entries.delete(key);
      entries.set(key, entry);
      return entry.page;
    },
    keep(key, entry) {
      if (entry.page.bytes > capacity / 4) return false;
      remove(key);
      entries.set(key, entry);
      bytes += entry.page.bytes;
      for (const oldest of entries.keys()) {
        if (bytes <= capacity) break;
        remove(oldest);
      }
      return true;
    },
    bytes: () => bytes,
  };
}

/** Finished pages in memory. */
export function createPageCache({
  capacity,
  lifetime = 60_000,
  grace = 3_000,
  loan = 300,
  now = Date.now,
}: PageCacheOptions): PageCache {
  const { entries, get, keep, remove, bytes } = createShelf(capacity, now);
  let generation = 0;

  function removeWhere(isUnwanted: (page: StoredPage) => boolean): void {
    generation += 1;
    for (const [key, { page }] of entries) if (isUnwanted(page)) remove(key);
  }

  return {
    get,
    put(key, page, asOf) {
      if (page.isLasting) return keep(key, { page, until: Number.POSITIVE_INFINITY });
      return asOf === generation && keep(key, { page, until: now() + lifetime });
    },
    lend(key, page, asOf) {
      if (asOf === generation && get(key) === undefined) keep(key, { page, until: now() + loan });
    },
    drop(keys) {
      removeWhere(({ isHtml, isLasting }) => !isHtml && !isLasting);
      for (const entry of keys.flatMap((key) => entries.get(key) ?? []))
        entry.until = Math.min(entry.until, now() + grace);
    },
    forget: remove,
    dropUnder(beginnings) {
      generation += 1;
      for (const key of entries.keys())
        if (beginnings.some((beginning) => key.startsWith(beginning))) remove(key);
    },
    clear: () => removeWhere(({ isLasting }) => !isLasting),
    generation: () => generation,
    bytes,
  };
}

/**
 * The one spelling of a path under which its page is kept, or `null` when it is spelt any other way.
 *
 * `/n%65ws` and `/news` are one page to the site; kept under both, a drop would miss one.
 */
export function pageKey(url: string): string | null {
  if (/[?#\\]|\/\/|\/\.|%2f|%5c/i.test(url)) return null;
  try {
    return encodeURI(decodeURI(url)) === url ? url : null;
  } catch {
    return null;
  }
}

/** The same for a path as the site names it, which may be written in Chinese. */
export function canonicalPath(path: string): string {
  try {
    return encodeURI(decodeURI(path));
  } catch {
    return path;
  }
}
