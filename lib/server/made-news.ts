import { subscribe, unsubscribe } from "node:diagnostics_channel";

import { z } from "zod";

import { canonicalPath } from "./page-cache.ts";

/** Where `cache-handler.js`, the site's store in this process, says which page has just been made. */
const channelName = "yiwen:page-made";

const newsSchema = z.object({ key: z.string() });

/** Next names a page by its route and its path: `/route-cache/APP_PAGE/<hash of the route>/$/zh-Hans/news`. */
function pathOf(key: string): string {
  const mark = "/$/";
  const at = key.indexOf(mark);
  return at < 0 ? key : key.slice(at + mark.length - 1);
}

type MadeNews = {
  /** Ends when the site has made the page anew since we began to listen, whether it kept it or a publish overtook it. */
  made: Promise<void>;
  stop(): void;
};

/** Listen for a page of the site being made anew. */
export function listenForMade(path: string): MadeNews {
  const { promise, resolve } = Promise.withResolvers<void>();
  const hear = (message: unknown): void => {
    const { key } = newsSchema.parse(message);
    if (canonicalPath(pathOf(key)) === path) resolve();
  };
  subscribe(channelName, hear);
  return { made: promise, stop: () => void unsubscribe(channelName, hear) };
}
