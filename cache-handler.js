import { channel } from "node:diagnostics_channel";
import { createRequire } from "node:module";

// The store that Next uses itself; it is CommonJS, so its default export is a field.
const { default: FileSystemCache } = createRequire(import.meta.url)(
  "next/dist/server/lib/incremental-cache/file-system-cache.js",
);

/** Where the front door, which waits for a page to be made anew, hears that it is; or that it must ask once more. */
const made = channel("yiwen:page-made");

/** When each tag was last revalidated, and when the work on each outdated entry began; in ms. */
const marked = new Map();
const begun = new Map();

/** Work that never ended says nothing about the work of today. */
const longestWork = 60_000;

/**
 * Next's own store of pages and answers, which does not keep what was overtaken.
 *
 * Next dates an entry by the moment it is stored. A page whose rendering began before its tag was revalidated and
 * ended after it would hold the old text and count as fresh; two publishes within a second would show the first.
 * Here such a page is not stored: the entry stays outdated, and the next request makes it anew.
 */
// oxlint-disable-next-line import/no-default-export -- Next takes the default export
export default class CacheHandler extends FileSystemCache {
  async revalidateTag(tags, durations) {
    for (const tag of [tags].flat()) marked.set(tag, Date.now());
    return super.revalidateTag(tags, durations);
  }

  async get(key, context) {
    const found = await super.get(key, context);
    if (found === null || wasMarkedSince(tagsOf(found.value, context), found.lastModified))
      begin(key);
    return found;
  }

  async set(key, data, context) {
    const start = begun.get(key);
    begun.delete(key);
    const isOvertaken = start !== undefined && wasMarkedSince(tagsOf(data, context), start);
    if (!isOvertaken) await super.set(key, data, context);
    made.publish({ key });
  }
}

function begin(key) {
  const now = Date.now();
  if (now - (begun.get(key) ?? 0) > longestWork) begun.set(key, now);
}

function wasMarkedSince(tags, instant) {
  return tags.some((tag) => (marked.get(tag) ?? 0) >= instant);
}

function tagsOf(value, context) {
  const ofPage = value?.headers?.["x-next-cache-tags"];
  return [
    ...(typeof ofPage === "string" ? ofPage.split(",") : []),
    ...(value?.tags ?? []),
    ...(context?.tags ?? []),
  ];
}
