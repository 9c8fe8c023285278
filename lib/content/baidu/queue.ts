import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

const queueSchema = z.object({
  /** Addresses that Baidu does not know of yet, oldest first. */
  waiting: z.array(z.string()),
  /** The day in China that `sent` counts. */
  day: z.string(),
  sent: z.number(),
  /** How often in a row Baidu failed. */
  failures: z.number(),
  /** Before this, in ms, Baidu is left alone. */
  notBefore: z.number(),
});

/** What is still to be told to Baidu, and when it may be. */
export type Queue = z.infer<typeof queueSchema>;

const emptyQueue: Queue = { waiting: [], day: "", sent: 0, failures: 0, notBefore: 0 };

const file = (dataDir: string) => join(dataDir, "baidu-push.json");

/** Read the queue of an earlier run; one that cannot be read counts as empty, since Baidu also finds pages itself. */
export function readQueue(dataDir: string): Queue {
  try {
    return queueSchema.parse(JSON.parse(readFileSync(file(dataDir), "utf8")));
  } catch {
    return emptyQueue;
  }
}

/** Keep the queue, so that neither a restart nor a crash sends a day's quota twice or forgets an address. */
export function writeQueue(dataDir: string, queue: Queue): void {
  writeFileSync(`${file(dataDir)}.new`, JSON.stringify(queue));
  renameSync(`${file(dataDir)}.new`, file(dataDir));
}
