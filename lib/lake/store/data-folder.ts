import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

import { StartupError } from "#lake/errors.ts";

/**
 * Make a folder and those above it, for its owner alone.
 *
 * Step by step: node's own recursive way never returns where the system refuses with "no such file" (/proc).
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** @throws {StartupError} when the folder cannot be made or written. */
export function writableFolder(dataDir: string): string {
  if (dataDir === ":memory:") return dataDir;
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
    return dataDir;
  } catch (cause) {
    throw new StartupError(`The data folder ${dataDir} cannot be written: check DATA_DIR`, {
      cause,
    });
  }
}
