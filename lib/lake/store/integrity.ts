import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";

import { StartupError } from "#lake/errors.ts";

// Reading more than this takes so long that the lake had better answer meanwhile.
const checkedAtOnceBytes = 192 * 1024 * 1024;

/**
 * Look the file over before anything is written to it.
 *
 * A big file is looked over beside the running lake: `onDamage` is called when it is damaged.
 *
 * @throws {StartupError} when a smaller one is damaged.
 */
export function checkIntegrity(
  db: DatabaseSync,
  file: string,
  onDamage: (error: StartupError) => void,
): void {
  if (file !== ":memory:" && statSync(file).size > checkedAtOnceBytes) {
    checkBeside(file, onDamage);
    return;
  }
  const verdict = String(db.prepare("pragma quick_check(1)").get()?.["quick_check"]);
  if (verdict !== "ok") throw damage(file, verdict);
}

function checkBeside(file: string, onDamage: (error: StartupError) => void): void {
  const worker = new Worker(new URL("./integrity-worker.ts", import.meta.url), {
    workerData: file,
    execArgv: [],
  });
  worker.unref();
  worker.once("error", (error) => onDamage(damage(file, error.message)));
}

function damage(file: string, verdict: string): StartupError {
  const sentence = verdict.replaceAll(/\s+/g, " ");
  return new StartupError(`The lake's file ${file} is damaged (${sentence}): restore a backup`);
}
