import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { StartupError } from "#lake/errors.ts";

/**
 * Keep a data folder to one lake, until what is answered is called or the process ends, however it ends.
 *
 * The lock is the operating system's on a file beside the lake's own, so a `kill -9` leaves none behind.
 *
 * @throws {StartupError} when another lake has the folder.
 */
export function lockFolder(dataDir: string): () => void {
  if (dataDir === ":memory:") return () => undefined;
  const db = new DatabaseSync(join(dataDir, "lake.lock"), { timeout: 0 });
  try {
    db.exec("pragma journal_mode = memory; begin exclusive");
  } catch (cause) {
    db.close();
    throw new StartupError(
      `Another lake is running on the data folder ${dataDir}: stop it, or set another DATA_DIR`,
      { cause },
    );
  }
  return () => db.close();
}
