import { constants, setPriority } from "node:os";

const patienceMs = 150;
const stepsBetweenLooks = 256;

let startedAt = Infinity;
let usedBefore = 0;
let steps = 0;
let hasYielded = false;

/** Processor time of this thread, in ms. */
function usedTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Begin to measure a query. */
export function startClock(): void {
  startedAt = performance.now();
  usedBefore = usedTime();
  steps = 0;
}

/**
 * Let everybody else go first, once a query has worked for long; one that a busy machine kept waiting has not.
 *
 * On Linux a thread lowers its own priority by "process 0"; it may not raise it again, so its worker is used up.
 */
export function yieldWhenLong(): void {
  steps += 1;
  if (steps % stepsBetweenLooks !== 0 || hasYielded || performance.now() - startedAt < patienceMs)
    return;
  if (usedTime() - usedBefore < patienceMs) return;
  hasYielded = true;
  if (process.platform === "linux") setPriority(0, constants.priority.PRIORITY_LOW);
}

/** Tell whether this thread has lowered its priority. */
export const isSlowed = (): boolean => hasYielded;
