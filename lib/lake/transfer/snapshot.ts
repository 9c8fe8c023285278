import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { assertKnownSchema } from "#lake/store/migrations.ts";

type Part = {
  dataset: string;
  types?: readonly string[] | undefined;
  after?: number;
  limit: number;
};
export type SnapshotRow = { sequence: number; body: string };

/** The lake as it was at one moment, however long one reads it. */
export type Snapshot = {
  /** Documents as JSON, in the order they were first written, from behind `after` on. */
  read(part: Part): SnapshotRow[];
  listDatasets(): string[];
  close(): void;
};

/**
 * Look at the lake's file while others go on writing.
 *
 * An open snapshot keeps the write-ahead log from being cut back, so close it soon.
 *
 * @throws {StartupError} when a newer program has written the file.
 */
export function openSnapshot(dataDir: string): Snapshot {
  const db = new DatabaseSync(join(dataDir, "lake.db"), { readOnly: true });
  try {
    // A deferred transaction begins with the first read, so read something now.
    db.exec("pragma busy_timeout=5000; begin; select 1 from lake limit 1");
    assertKnownSchema(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    read: (part) => readRows(db, part),
    listDatasets: () => listDatasets(db),
    close: () => {
      if (db.isOpen) db.close();
    },
  };
}

/** The names of the lake's datasets. */
export function listDatasets(db: DatabaseSync): string[] {
  const rows = db.prepare("select name from datasets order by name").all();
  return rows.map(({ name }) => String(name));
}

/** Read a part of a dataset on a connection of one's own; see `Snapshot`. */
export function readRows(
  db: DatabaseSync,
  { dataset, types, after = 0, limit }: Part,
): SnapshotRow[] {
  const ofTypes = types ? `and type in (${types.map(() => "?").join(", ")})` : "";
  const sql = `select seq, body from documents where dataset = ? and seq > ? ${ofTypes} order by seq limit ?`;
  const rows = db.prepare(sql).all(dataset, after, ...(types ?? []), limit);
  return rows.map((row) => ({ sequence: Number(row["seq"]), body: String(row["body"]) }));
}
