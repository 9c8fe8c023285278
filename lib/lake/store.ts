import { EventEmitter } from "node:events";
import type { DatabaseSync, StatementSync } from "node:sqlite";

import { type Document, parseDocument } from "./document.ts";
import { openDatabase, readDatasetId } from "./store/database.ts";
import { GroupCommit } from "./store/group-commit.ts";
import type { Effects } from "./transaction/effects.ts";
import type { Mutation } from "./transaction/mutations.ts";

/** What one transaction made of one document; `sequence` orders all changes of the lake. */
export type Change = {
  sequence: number;
  id: string;
  before: Document | null;
  after: Document | null;
  mutations: readonly Mutation[];
  /** Deleted with its history, so nothing may keep what it said. */
  isPurged: boolean;
  effects: Effects;
};

/** One transaction that has reached the disk. */
export type Commit = {
  dataset: string;
  transactionId: string;
  timestamp: string;
  author: string;
  changes: readonly Change[];
};

/** Who sees a dataset's published documents: everybody, or only who is known. Its assets' bytes are public either way. */
export type AclMode = "public" | "private";

export type CommitListener = (commit: Commit) => void;

/**
 * The only writer of the lake's file.
 *
 * Everything that writes goes through `write`; reads on this connection see what is written at once.
 * `onCommit` tells of document changes after they have reached the disk, in order.
 */
export class Store {
  readonly db: DatabaseSync;
  readonly datasetId: string;
  readonly #commits = new EventEmitter<{ commit: [Commit] }>().setMaxListeners(0);
  readonly #group: GroupCommit<Commit>;
  readonly #unlock: () => void;
  #lastTime = 0;
  readonly #statements = new Map<string, StatementSync>();

  /**
   * Open the folder's file; `unlock` is called after it is closed.
   *
   * @throws {StartupError} when the file cannot be used.
   */
  constructor(dataDir: string, unlock: () => void = () => undefined) {
    this.#unlock = unlock;
    this.db = openDatabase(dataDir);
    this.datasetId = readDatasetId(this.db);
    this.#group = new GroupCommit(this.db, (commit) => this.#commits.emit("commit", commit));
  }

  /** The time as the lake writes it; it never goes back, even when the machine's clock does. */
  now(): string {
    this.#lastTime = Math.max(this.#lastTime, Date.now());
    return new Date(this.#lastTime).toISOString();
  }

  /** Prepare a statement once. */
  prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const made = this.db.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  getDocument(dataset: string, id: string): Document | null {
    const row = this.prepare("select body from documents where dataset = ? and id = ?").get(
      dataset,
      id,
    );
    return row ? parseDocument(String(row["body"])) : null;
  }

  /** List documents whose id begins with a prefix, by id. */
  listDocuments(dataset: string, prefix: string): Document[] {
    return this.prepare(
      "select body from documents where dataset = ? and id >= ? and id < ? order by id",
    )
      .all(dataset, prefix, `${prefix}\u{10FFFF}`)
      .map((row) => parseDocument(String(row["body"])));
  }

  listIds(dataset: string, prefix: string): string[] {
    return this.prepare(
      "select id from documents where dataset = ? and id >= ? and id < ? order by id",
    )
      .all(dataset, prefix, `${prefix}\u{10FFFF}`)
      .map((row) => String(row["id"]));
  }

  hasDataset(name: string): boolean {
    return this.prepare("select 1 from datasets where name = ?").get(name) !== undefined;
  }

  listDatasets(): { name: string; createdAt: string; aclMode: string }[] {
    return this.prepare("select name, created_at, acl_mode from datasets order by name")
      .all()
      .map((row) => ({
        name: String(row["name"]),
        createdAt: String(row["created_at"]),
        aclMode: String(row["acl_mode"]),
      }));
  }

  /** Whether a dataset is there for those alone who have logged in or hold a token. */
  isPrivate(dataset: string): boolean {
    const row = this.prepare("select acl_mode from datasets where name = ?").get(dataset);
    return row?.["acl_mode"] === "private";
  }

  /** Show or hide a dataset. Inside `write` only. */
  setAclMode(dataset: string, aclMode: AclMode): void {
    this.prepare("update datasets set acl_mode = ? where name = ?").run(aclMode, dataset);
  }

  /** Make a dataset unless it exists. Inside `write` only. */
  createDataset(name: string, aclMode: AclMode = "public"): void {
    this.prepare("insert or ignore into datasets(name, created_at, acl_mode) values(?, ?, ?)").run(
      name,
      new Date().toISOString(),
      aclMode,
    );
  }

  /**
   * Run a synchronous job that writes; answers once its changes are on the disk.
   *
   * Jobs that wait share one commit. A job that throws leaves nothing behind and spoils no other.
   */
  write<T>(job: (emit: (commit: Commit) => void) => T): Promise<T> {
    return this.#group.write(job);
  }

  /** Let `prepare` look at the lake while nobody writes, then write what it decided. */
  writeAfter<P, T>(
    prepare: () => Promise<P>,
    job: (prepared: P, emit: (commit: Commit) => void) => T,
  ): Promise<T> {
    return this.#group.writeAfter(prepare, job);
  }

  onCommit(listener: CommitListener): () => void {
    this.#commits.on("commit", listener);
    return () => this.#commits.off("commit", listener);
  }

  /** Finish what waits, then close the file. */
  async close(): Promise<void> {
    await this.#group.drain();
    if (this.db.isOpen) this.db.close();
    this.#unlock();
  }
}
