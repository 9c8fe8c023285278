import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { StartupError } from "#lake/errors.ts";

/** The folder belongs to a lake that runs. */
export class FolderTakenError extends StartupError {}

/**
 * Keep a data folder to one lake, until what is answered is called or the process ends, however it ends.
 *
 * The lock is the operating system's on a file beside the lake's own, so a `kill -9` leaves none behind.
 *
 * @throws {FolderTakenError} when another lake has the folder.
 */
export function lockFolder(dataDir: string): () => void {
  if (dataDir === ":memory:") return () => undefined;
  const db = new DatabaseSync(join(dataDir, "lake.lock"), { timeout: 0 });
  try {
    db.exec("pragma journal_mode = memory; begin exclusive");
  } catch (cause) {
    db.close();
    throw new FolderTakenError(
      `Another lake is running on the data folder ${dataDir}: stop it, or set another DATA_DIR`,
      { cause },
    );
  }
  return () => db.close();
}

const addressFile = (dataDir: string): string => join(dataDir, "lake.address");

/** Write down where the lake of a folder answers, until what is answered is called. */
export function tellAddress(dataDir: string, address: string): () => void {
  if (dataDir === ":memory:") return () => undefined;
  writeFileSync(addressFile(dataDir), address);
  return () => rmSync(addressFile(dataDir), { force: true });
}

/**
 * Where the lake that has the folder said that it answers; `null` when none has it, or it said nothing.
 *
 * What is written counts for nothing without the lock: a lake that was killed leaves it behind, and a copy
 * of the folder names the lake of the original.
 */
export function addressOf(dataDir: string): string | null {
  if (!isTaken(dataDir)) return null;
  try {
    return readFileSync(addressFile(dataDir), "utf8");
  } catch {
    return null;
  }
}

function isTaken(dataDir: string): boolean {
  try {
    lockFolder(dataDir)();
    return false;
  } catch (error) {
    if (error instanceof FolderTakenError) return true;
    throw error;
  }
}
