import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { StartupError } from "#lake/errors.ts";

import { writableFolder } from "./data-folder.ts";
import { checkIntegrity } from "./integrity.ts";
import { migrate } from "./migrations.ts";

/**
 * Open the lake's file, made and migrated when needed.
 *
 * `:memory:` gives a store that dies with the process. WAL with `synchronous=FULL`: a commit returns
 * once the log has reached the disk.
 *
 * @throws {StartupError} when the folder cannot be written, or the file is damaged or too new.
 */
export function openDatabase(dataDir: string): DatabaseSync {
  const file = dataDir === ":memory:" ? dataDir : join(writableFolder(dataDir), "lake.db");
  try {
    const db = new DatabaseSync(file);
    db.exec(
      "pragma busy_timeout=5000; pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=fast; pragma foreign_keys=off; pragma temp_store=memory; pragma cache_size=-8192; pragma journal_size_limit=67108864; pragma wal_autocheckpoint=4000",
    );
    checkIntegrity(db, file, endWithoutData);
    migrate(db);
    return db;
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartupError(`The lake's file ${file} cannot be used (${reason}): restore a backup`, {
      cause,
    });
  }
}

/** The id made with the database file; it changes when the file is another one. */
export function readDatasetId(db: DatabaseSync): string {
  db.prepare("insert or ignore into lake(key, value) values('datasetId', ?)").run(randomUUID());
  return String(db.prepare("select value from lake where key = 'datasetId'").get()?.["value"]);
}

/** A damaged file must not be written on; whoever watches the process shows the sentence. */
function endWithoutData({ message }: StartupError): void {
  console.error(message);
  process.exit(1);
}
