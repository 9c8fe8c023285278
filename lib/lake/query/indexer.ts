import { constants, setPriority } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { workerData } from "node:worker_threads";

import { beginScrub } from "#lake/erase/scrub.ts";

import { indexPending } from "./text-index.ts";

const { file }: { file: string } = workerData;
const batch = 20;
const betweenBatchesMs = 5;
const whenIdleMs = 1000;

// On Linux "process 0" is this thread: nobody waits for the index.
if (process.platform === "linux") setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

const db = new DatabaseSync(file, { timeout: 5000 });
// What this connection writes can be made again, so it does not wait for the disk; the writer's next commit does.
db.exec("pragma synchronous = normal; pragma secure_delete = fast; pragma cache_size = -4096");

let scrub: (() => boolean) | null = null;

function work(): void {
  let isBusy = false;
  try {
    isBusy = indexPending(db, batch) > 0 || goOnScrubbing();
  } catch (error) {
    // A busy or full file: what is pending stays pending and is searched all the same.
    const reason = error instanceof Error ? error.message : String(error);
    process.emitWarning(`The text index could not be brought up to date: ${reason}`);
    scrub = null;
  }
  setTimeout(work, isBusy ? betweenBatchesMs : whenIdleMs);
}

/** What was erased leaves the index first, so this waits until nothing is pending. */
function goOnScrubbing(): boolean {
  scrub ??= beginScrub(db);
  const isBusy = scrub?.() ?? false;
  if (!isBusy) scrub = null;
  return isBusy;
}

work();
