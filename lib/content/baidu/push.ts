import { z } from "zod";

import { readQueue, writeQueue, type Queue } from "@/lib/content/baidu/queue";
import { shared } from "@/lib/content/shared";
import { env, type Env } from "@/lib/env";
import { isoInShanghai } from "@/lib/i18n/dates";

type Site = Pick<Env, "baidu" | "dataDir" | "siteUrl">;

const patience = 10_000;
const mostInOneCall = 100;
const mostWaiting = 2_000;
const minute = 60_000;
const longestPause = 6 * 60 * minute;

const successSchema = z.object({ success: z.number(), remain: z.number() });
const refusalSchema = z.object({ error: z.number(), message: z.string() });

type Outcome =
  | { is: "taken"; remain: number }
  | { is: "over quota" }
  /** A wrong token or a site that Baidu does not know: somebody has to look at it. */
  | { is: "refused"; reason: string }
  | { is: "failed"; reason: string };

const underway = shared<{ work: Promise<void> }>("baidu-push", () => ({ work: Promise.resolve() }));

/**
 * Tell Baidu of pages that were published, and of those that still wait; nothing, where no token is configured.
 *
 * Called after every publish and every 20 s besides, so that what had to wait goes out without a timer of its own.
 */
export async function pushToBaidu(
  paths: readonly string[],
  site: Site = env(),
  now = Date.now(),
): Promise<void> {
  if (site.baidu === null) return;
  const current = underway();
  current.work = current.work
    .then(() => push(paths, site, now))
    .catch((error: unknown) => console.warn("baidu: nothing could be pushed:", error));
  await current.work;
}

async function push(paths: readonly string[], site: Site, now: number): Promise<void> {
  const before = readQueue(site.dataDir);
  const queue = onDay(before, now);
  const fresh = paths.map((path) => site.siteUrl + path);
  queue.waiting = [...new Set([...queue.waiting, ...fresh])].slice(-mostWaiting);
  const allowed = Math.min(mostInOneCall, (site.baidu?.daily ?? Infinity) - queue.sent);
  const isDue = queue.waiting.length > 0 && now >= queue.notBefore && allowed > 0;
  const batch = isDue ? queue.waiting.slice(0, allowed) : [];
  const after = isDue ? settle(queue, await send(batch, site), { batch, now }) : queue;
  if (JSON.stringify(after) !== JSON.stringify(before)) writeQueue(site.dataDir, after);
}

function dayOf(now: number): string {
  return isoInShanghai(new Date(now).toISOString()).slice(0, 10);
}

/** A new day has a new quota. */
function onDay(queue: Queue, now: number): Queue {
  const day = dayOf(now);
  return queue.day === day ? { ...queue } : { ...queue, day, sent: 0 };
}

function tomorrow(now: number): number {
  return Date.parse(`${dayOf(now)}T00:00:00+08:00`) + 24 * 60 * minute;
}

async function send(batch: readonly string[], { baidu, siteUrl }: Site): Promise<Outcome> {
  if (baidu === null) return { is: "failed", reason: "not configured" };
  const url = new URL(baidu.url);
  url.searchParams.set("site", siteUrl);
  url.searchParams.set("token", baidu.token);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: batch.join("\n"),
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    return read(await response.json(), response.status);
  } catch (error) {
    return { is: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

function read(answer: unknown, status: number): Outcome {
  const success = successSchema.safeParse(answer);
  if (success.success) return { is: "taken", remain: success.data.remain };
  const refusal = refusalSchema.safeParse(answer);
  if (!refusal.success) return { is: "failed", reason: `status ${status}` };
  const { error, message } = refusal.data;
  if (/over quota/i.test(message)) return { is: "over quota" };
  const reason = `${error} ${message}`;
  return error >= 400 && error < 500 ? { is: "refused", reason } : { is: "failed", reason };
}

/** What remains to be done after a call: addresses leave the queue only when Baidu took them. */
function settle(
  queue: Queue,
  outcome: Outcome,
  { batch, now }: { batch: readonly string[]; now: number },
): Queue {
  switch (outcome.is) {
    case "taken": {
      const taken = new Set(batch);
      const waiting = queue.waiting.filter((url) => !taken.has(url));
      const notBefore = outcome.remain > 0 ? 0 : tomorrow(now);
      return { ...queue, waiting, sent: queue.sent + batch.length, failures: 0, notBefore };
    }
    case "over quota":
      return { ...queue, failures: 0, notBefore: tomorrow(now) };
    case "refused":
      console.warn(`baidu: refused: ${outcome.reason}; check BAIDU_PUSH_TOKEN and SITE_URL`);
      return { ...queue, failures: queue.failures + 1, notBefore: now + longestPause };
    case "failed": {
      const pause = Math.min(minute * 2 ** queue.failures, longestPause);
      console.warn(`baidu: could not be told (${outcome.reason}); again in ${pause / minute} min`);
      return { ...queue, failures: queue.failures + 1, notBefore: now + pause };
    }
  }
}
