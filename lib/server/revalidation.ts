import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import type { Answer, Question } from "./exchange.ts";
import type { PageCache } from "./page-cache.ts";
import type { Pages } from "./pages.ts";
import { createRenewal } from "./renewal.ts";

const complaintSchema = z.object({ message: z.string().min(1) });
const stateSchema = z.object({ build: z.string(), cursor: z.string() });

export type Revalidation = {
  /** Let a webhook through to the site; what its answer says has changed is dropped and made anew. */
  pass(forward: () => Promise<Answer>): Promise<Answer>;
  /** Look for changes whose webhook never came, now and every `interval` ms; after a failure sooner. */
  start(interval?: number, afterFailure?: number): void;
  stop(): void;
};

export type RevalidationOptions = {
  ask(question: Question): Promise<Answer>;
  cache: PageCache;
  pages: Pick<Pages, "warm">;
  internalSecret: string;
  dataDir: string;
  /** Names the build: a new one holds other pages, so an old cursor says nothing about them. */
  build: string;
  /** Whether the first look is a rehearsal of a publish too, so that no editor waits for what a start leaves uncompiled. */
  rehearses: boolean;
};

/** Keep memory in step with what is published: by the webhooks that pass, and by asking when none came. */
export function createRevalidation(options: RevalidationOptions): Revalidation {
  const { ask, cache, pages } = options;
  const renew = createRenewal(cache, pages);
  const file = join(options.dataDir, "revalidation.json");
  let timer: NodeJS.Timeout | undefined;
  let cursor = readCursor(file, options.build);
  let isComplaining = false;
  let isRehearsal = options.rehearses;

  const internally = (url: string, body: object): Question => ({
    method: "POST",
    url,
    headers: {
      host: "localhost",
      "content-type": "application/json",
      authorization: `Bearer ${options.internalSecret}`,
    },
    body: Buffer.from(JSON.stringify(body)),
  });

  async function sync(): Promise<void> {
    const question = internally("/api/revalidate/sync", { cursor, isRehearsal });
    const { answer, cursor: next, settled } = await renew(() => ask(question));
    if (answer.status !== 200) throw new Error(complaintIn(answer));
    isRehearsal = false;
    await settled;
    if (next === null || next === cursor) return;
    cursor = next;
    saveCursor(file, { build: options.build, cursor });
  }

  async function syncAndReport(): Promise<void> {
    try {
      await sync();
      isComplaining = false;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!isComplaining) console.error(`Looking for missed changes failed, trying on: ${reason}`);
      isComplaining = true;
    }
  }

  return {
    async pass(forward) {
      const { answer, receipt, settled } = await renew(forward);
      settled
        .then(() =>
          receipt === null ? null : ask(internally("/api/revalidate/receipt", { receipt })),
        )
        .catch((error: unknown) => console.error("Renewing pages failed:", error));
      return answer;
    },
    start(interval = 20_000, afterFailure = 2_000) {
      const again = async (): Promise<void> => {
        await syncAndReport();
        timer = setTimeout(() => void again(), isComplaining ? afterFailure : interval);
      };
      void again();
    },
    stop: () => clearTimeout(timer),
  };
}

/** What the site says of why it could not look, as far as it says anything. */
function complaintIn({ status, body }: Answer): string {
  try {
    return complaintSchema.parse(JSON.parse(body.toString())).message;
  } catch {
    return `The site answered ${status}`;
  }
}

function readCursor(file: string, build: string): string | null {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    return state.build === build ? state.cursor : null;
  } catch {
    return null;
  }
}

function saveCursor(file: string, state: z.infer<typeof stateSchema>): void {
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}
