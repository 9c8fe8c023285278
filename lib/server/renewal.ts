import { z } from "zod";

import type { Answer } from "./exchange.ts";
import { canonicalPath } from "./page-cache.ts";
import type { PageCache } from "./page-cache.ts";
import type { Pages } from "./pages.ts";

const changeSchema = z.object({
  revalidated: z.boolean(),
  paths: z.array(z.string().startsWith("/")).default([]),
  /** Pages that begin so have changed too, too many to name. */
  prefixes: z.array(z.string().startsWith("/")).default([]),
  all: z.boolean().default(false),
  cursor: z.string().nullish(),
  receipt: z.string().nullish(),
});

type Change = z.infer<typeof changeSchema>;

type Renewed = {
  answer: Answer;
  cursor: string | null;
  /** Where the site keeps what came of the publish. */
  receipt: string | null;
  /** Ends when the changed pages stand anew. */
  settled: Promise<void>;
};

/** Let a call of `/api/revalidate` through to the site; what its answer says has changed is dropped and made anew. */
export type Renew = (forward: () => Promise<Answer>) => Promise<Renewed>;

/**
 * Renew pages so that the last publish wins.
 *
 * A page whose making began before a publish and ends after it is not kept by the site's store (`cache-handler.js`):
 * whoever asks for it next, as we do here, has it made anew.
 */
export function createRenewal(cache: PageCache, pages: Pick<Pages, "warm">): Renew {
  const warmAll = createWarmer(pages);
  return async (forward) => {
    const answer = await forward();
    const change = readChange(answer);
    const told = { answer, cursor: change?.cursor ?? null, receipt: change?.receipt ?? null };
    if (!change?.revalidated) return { ...told, settled: Promise.resolve() };
    const keys = change.paths.map(canonicalPath);
    drop(cache, change, keys);
    return { ...told, settled: warmAll(keys) };
  };
}

/** Most looks for missed changes find none: then nothing that is being made is old news. */
function drop(cache: PageCache, change: Change, keys: readonly string[]): void {
  if (!change.all && keys.length === 0 && change.prefixes.length === 0) return;
  if (change.all) return cache.clear();
  cache.dropUnder(change.prefixes);
  cache.drop(keys);
}

/**
 * Two at a time: the visitors of this moment come first.
 *
 * Several publishes in one breath name the same lists; a page that is waiting already is asked for once. The newest
 * publish goes first: its editor is looking.
 */
function createWarmer(pages: Pick<Pages, "warm">): (paths: readonly string[]) => Promise<void> {
  let waiting = new Set<string>();
  const working = new Set<Promise<void>>();
  const warmNext = async (): Promise<void> => {
    const [path] = waiting;
    if (path === undefined) return;
    waiting.delete(path);
    await pages.warm(path);
    await warmNext();
  };
  return async (paths) => {
    waiting = new Set([...paths.slice(0, mostPathsWarmed), ...waiting]);
    while (working.size < 2) {
      const work: Promise<void> = warmNext().finally(() => working.delete(work));
      working.add(work);
    }
    await Promise.all(working);
  };
}

const mostPathsWarmed = 500;

function readChange({ status, body }: Answer): Change | null {
  if (status !== 200) return null;
  const change = changeSchema.safeParse(parseJson(body.toString("utf8")));
  if (!change.success)
    console.error("The answer of /api/revalidate is not understood:", change.error.message);
  return change.data ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
