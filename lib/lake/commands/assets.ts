import { rm } from "node:fs/promises";

import { createByteStore } from "#lake/assets/byte-store.ts";
import { listOrphanedFiles, listUnusedAssets, type UnusedAsset } from "#lake/assets/garbage.ts";
import { readArguments } from "#lake/commands/arguments.ts";
import { connect } from "#lake/commands/connect.ts";
import { say, tell } from "#lake/commands/terminal.ts";
import { StartupError } from "#lake/errors.ts";
import type { Settings } from "#lake/settings.ts";
import { openDatabase } from "#lake/store/database.ts";

const usage = "assets gc [--dry-run] [--days N]";
const day = 24 * 60 * 60 * 1000;

/**
 * `assets gc [--dry-run] [--days N]`: remove pictures and files that no document refers to, a line for each.
 *
 * What is younger than N days (1 by default) stays. Old revisions in the history may still name what is removed, so a
 * dry run and a backup come first.
 */
export async function assets(settings: Settings, parameters: readonly string[]): Promise<void> {
  const { dryRun, days } = readOptions(parameters);
  const before = new Date(Date.now() - days * day);
  const { root } = createByteStore(settings.dataDir);
  const db = openDatabase(settings.dataDir);
  try {
    const unused = listUnusedAssets(db, before);
    if (!dryRun) await removeDocuments(settings, unused);
    const files = await listOrphanedFiles(db, { root, before, without: dryRun ? unused : [] });
    if (!dryRun) await Promise.all(files.map(({ path }) => rm(path, { force: true })));
    say(...unused.map(({ dataset, id }) => `${dataset}\t${id}`));
    const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
    const did = dryRun ? "Would remove" : "Removed";
    tell(`${did} ${unused.length} assets and ${files.length} files of ${megabytes.toFixed(1)} MB`);
  } finally {
    db.close();
  }
}

function readOptions(parameters: readonly string[]): { dryRun: boolean; days: number } {
  const { values, positionals } = readArguments(usage, parameters, {
    mostValues: 1,
    options: { "dry-run": { type: "boolean", default: false }, days: { type: "string" } },
  });
  const days = Number(values.days ?? 1);
  if (positionals.join(" ") !== "gc" || !(days >= 0)) throw new StartupError(`Say: ${usage}`);
  return { dryRun: values["dry-run"], days };
}

/** Through the lake's own door, which refuses what has come to be referred to since. */
async function removeDocuments(settings: Settings, unused: readonly UnusedAsset[]): Promise<void> {
  if (unused.length === 0) return;
  const connection = await connect(settings);
  try {
    for (const { dataset, id } of unused) {
      // Each by itself: one that is in use again must not keep the others.
      const deletion = connection.send(`/v2025-02-19/data/mutate/${dataset}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ mutations: [{ delete: { id } }] }),
      });
      // oxlint-disable-next-line no-await-in-loop
      await deletion.catch((error: unknown) => tell(`${id} stays: ${String(error)}`));
    }
  } finally {
    await connection.close();
  }
}
