import type { DatabaseSync } from "node:sqlite";

import { accessTables } from "#lake/auth/schema.ts";
import { StartupError } from "#lake/errors.ts";
import { foreignReferencesSchema, querySchema } from "#lake/query/schema.ts";

/**
 * One step from a schema version to the next.
 *
 * A step is never changed once a release carries it; whatever comes later is a new step.
 */
type Migration = { version: number; sql: string };

const core = `
create table lake(key text primary key, value text not null) without rowid;
create table datasets(
  name text primary key, created_at text not null, acl_mode text not null default 'public'
) without rowid;
create table documents(
  seq integer primary key, dataset text not null, id text not null, type text not null,
  rev text not null, created_at text not null, updated_at text not null, body text not null,
  unique(dataset, id)
);
create index documents_type on documents(dataset, type, id);
create table transactions(
  seq integer primary key, dataset text not null, id text not null, timestamp text not null,
  author text not null, digest text not null, results text not null, unique(dataset, id)
);
create table revisions(
  seq integer primary key autoincrement, transaction_seq integer not null, dataset text not null,
  document_id text not null, previous_rev text, rev text,
  mutations text, apply text, revert text not null
);
create index revisions_document on revisions(dataset, document_id, seq);
create index revisions_transaction on revisions(transaction_seq);
create table document_references(
  dataset text not null, target text not null, source text not null, weak integer not null,
  primary key(dataset, target, source, weak)
) without rowid;
create index document_references_source on document_references(dataset, source);
create table webhook_deliveries(
  seq integer primary key autoincrement, hook text not null, idempotency_key text not null,
  dataset text not null, document_id text not null, transaction_id text not null,
  operation text not null, payload text not null, status text not null, attempts integer not null,
  next_attempt_at integer not null, created_at text not null, finished_at text,
  response_status integer, failure text, duration_ms integer, unique(hook, idempotency_key)
);
create index webhook_deliveries_status on webhook_deliveries(status, next_attempt_at);
create table webhook_cursors(
  hook text not null, dataset text not null, revision integer not null, primary key(hook, dataset)
) without rowid;
`;

const migrations: readonly Migration[] = [
  { version: 1, sql: core },
  { version: 2, sql: accessTables },
  { version: 3, sql: querySchema },
  { version: 4, sql: foreignReferencesSchema },
];

/** The schema this program writes. */
export const schemaVersion = Math.max(...migrations.map(({ version }) => version));

/**
 * Bring the file to `schemaVersion`, each step in a transaction of its own.
 *
 * @throws {StartupError} when a newer program has written the file.
 */
export function migrate(db: DatabaseSync): void {
  const current = assertKnownSchema(db);
  for (const { version, sql } of migrations.filter((step) => step.version > current)) {
    db.exec(`begin immediate; ${sql} pragma user_version = ${version}; commit`);
  }
}

/**
 * Answer the file's schema version.
 *
 * @throws {StartupError} when a newer program has written the file.
 */
export function assertKnownSchema(db: DatabaseSync): number {
  const version = Number(db.prepare("pragma user_version").get()?.["user_version"] ?? 0);
  if (version <= schemaVersion) return version;
  throw new StartupError(
    `The lake's file has schema version ${version}, this program knows up to ${schemaVersion}: run the newer program, or restore a backup`,
  );
}
