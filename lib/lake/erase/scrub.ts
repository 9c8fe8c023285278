import type { DatabaseSync } from "node:sqlite";

import type { Store } from "#lake/store.ts";

const pendingKey = "scrubPending";
const blankBytes = 1024 * 1024;
const mergedPages = 64;
const checkpointPatienceMs = 100;

/**
 * Ask for what was erased to leave the file's free space as well. Inside `Store.write` only.
 *
 * The indexer does it soon, step by step; a request outlives a restart.
 */
export function requestScrub(store: Store): void {
  store
    .prepare("insert or replace into lake(key, value) values(?, ?)")
    .run(pendingKey, store.now());
}

/**
 * Clean the lake's file of what was deleted from it: the text index, pages that are free, and the write-ahead log.
 *
 * SQLite keeps deleted bytes until something else needs their place. Each step is a short transaction of its own;
 * a step answers whether there is more to do. `null` when nothing is asked for.
 */
export function beginScrub(db: DatabaseSync): (() => boolean) | null {
  const requestedAt = db.prepare("select value from lake where key = ?").get(pendingKey)?.["value"];
  if (typeof requestedAt !== "string") return null;
  // A blob does not reach to the end of its last page, so pages are zeroed as they are given back too.
  db.exec(
    "pragma secure_delete = on; create table if not exists blank(number integer primary key, bytes blob)",
  );
  const steps = [createMerge(db), createFill(db), createClear(db), () => !truncateLog(db)];
  return () => {
    const [step] = steps;
    if (!step) {
      db.exec("drop table blank; pragma secure_delete = fast");
      db.prepare("delete from lake where key = ? and value = ?").run(pendingKey, requestedAt);
      return false;
    }
    if (!step()) steps.shift();
    return true;
  };
}

/** Merge the text index into one part, which holds no documents that are gone. */
function createMerge(db: DatabaseSync): () => boolean {
  // A negative number begins; see FTS5's "merge" command.
  let pages = -mergedPages;
  const changes = () => Number(db.prepare("select total_changes() as n").get()?.["n"]);
  return () => {
    const before = changes();
    db.prepare("insert into text_index(text_index, rank) values('merge', ?)").run(pages);
    const isFirst = pages < 0;
    pages = mergedPages;
    return isFirst || changes() - before >= 2;
  };
}

/** Take every free page. */
function createFill(db: DatabaseSync): () => boolean {
  const fill = db.prepare("insert into blank(bytes) values(zeroblob(?))");
  return () => {
    const free = readNumber(db, "freelist_count") * readNumber(db, "page_size");
    // The rest of a blob that does not fill its last page grows the file by a page at most.
    if (free > 0) fill.run(Math.min(free, blankBytes));
    return free > blankBytes;
  };
}

/** Give the pages back, zeroed. */
function createClear(db: DatabaseSync): () => boolean {
  const clear = db.prepare("delete from blank where number = (select max(number) from blank)");
  return () => clear.run().changes > 0;
}

/** Empty the write-ahead log into the file. False when somebody reads in it. */
function truncateLog(db: DatabaseSync): boolean {
  db.exec(`pragma busy_timeout = ${checkpointPatienceMs}`);
  try {
    return db.prepare("pragma wal_checkpoint(truncate)").get()?.["busy"] === 0;
  } finally {
    db.exec("pragma busy_timeout = 5000");
  }
}

function readNumber(db: DatabaseSync, pragma: "freelist_count" | "page_size"): number {
  return Number(db.prepare(`pragma ${pragma}`).get()?.[pragma]);
}
