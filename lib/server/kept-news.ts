import { subscribe, unsubscribe } from "node:diagnostics_channel";

import { z } from "zod";

import { canonicalPath } from "./page-cache.ts";

/** Where `cache-handler.js`, the site's store in this process, says which page it has just kept. */
const channelName = "yiwen:page-kept";

const newsSchema = z.object({ key: z.string() });

type KeptNews = {
  /** Ends when the site has kept the page anew since we began to listen. */
  kept: Promise<void>;
  stop(): void;
};

/** Listen for a page of the site being made anew. */
export function listenForKept(path: string): KeptNews {
  const { promise, resolve } = Promise.withResolvers<void>();
  const hear = (message: unknown): void => {
    const { key } = newsSchema.parse(message);
    if (canonicalPath(key) === path) resolve();
  };
  subscribe(channelName, hear);
  return { kept: promise, stop: () => void unsubscribe(channelName, hear) };
}
