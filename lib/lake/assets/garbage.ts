import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";

import { foreignSql } from "#lake/query/schema.ts";

/** An asset's document that nothing refers to. */
export type UnusedAsset = { dataset: string; id: string; bytes: number };
/** Bytes that no asset's document names, in any dataset. */
export type OrphanedFile = { path: string; sha1: string; bytes: number };

const isAsset = "type in ('sanity.imageAsset', 'sanity.fileAsset')";
const sha1Pattern = /[0-9a-f]{40}/;

/**
 * List assets that no document refers to: neither published ones nor drafts, versions or private ones.
 *
 * What was made after `before` is left out, because somebody may have uploaded it for a document that is not saved yet.
 */
export function listUnusedAssets(db: DatabaseSync, before: Date): UnusedAsset[] {
  return db
    .prepare(
      `select dataset, id, coalesce(json_extract(body, '$.size'), 0) as bytes from documents
       where ${isAsset} and created_at < ?
       and not exists (select 1 from document_references r where r.dataset = documents.dataset and r.target = documents.id)
       and not exists (select 1 from documents f indexed by documents_foreign
         where ${foreignSql.replace("body", "f.body")} and instr(f.body, documents.id) > 0)
       order by dataset, id`,
    )
    .all(before.toISOString())
    .map((row) => ({
      dataset: String(row["dataset"]),
      id: String(row["id"]),
      bytes: Number(row["bytes"]),
    }));
}

/** List the files in `root` that are no asset's, and older than `before`; `without` are assets about to go. */
export async function listOrphanedFiles(
  db: DatabaseSync,
  { root, before, without = [] }: { root: string; before: Date; without?: readonly UnusedAsset[] },
): Promise<OrphanedFile[]> {
  const going = new Set(without.map(({ dataset, id }) => JSON.stringify([dataset, id])));
  const named = db
    .prepare(`select dataset, id from documents where ${isAsset}`)
    .all()
    .filter((row) => !going.has(JSON.stringify([row["dataset"], row["id"]])))
    .map((row) => sha1Pattern.exec(String(row["id"]))?.[0]);
  const kept = new Set(named);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !kept.has(entry.name));
  const found = await Promise.all(
    files.map(async ({ name, parentPath }) => {
      const path = join(parentPath, name);
      const { size, mtime } = await stat(path);
      return mtime < before ? [{ path, sha1: name, bytes: size }] : [];
    }),
  );
  return found.flat();
}
