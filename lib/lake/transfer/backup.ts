import { constants, existsSync } from "node:fs";
import { access, copyFile, cp, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { StartupError } from "#lake/errors.ts";
import { reasonOf } from "#lake/explain.ts";
import { makeFolder } from "#lake/store/data-folder.ts";
import { schemaVersion } from "#lake/store/migrations.ts";
import { assetFile } from "#lake/transfer/asset-placeholders.ts";

/** What belongs to one lake and not to another: the first password opens the one it was made for. */
const filesOfOneLake = ["lake.db", "lake.db-wal", "lake.db-shm", "first-login.txt"];

/**
 * Copy the whole lake (all datasets, history, users, assets) into a new folder, while it runs.
 *
 * The database is copied at one moment and first: whatever it names is on the disk by then, and an
 * asset's bytes never change, so the copy fits together.
 *
 * @throws {StartupError} when the folder is taken or the copy is not whole.
 */
export async function backUp(
  dataDir: string,
  target: string,
): Promise<{ bytes: number; assets: number }> {
  await assertFree(target);
  const part = `${target}.part`;
  await rm(part, { recursive: true, force: true });
  makeFolder(part);
  try {
    const assets = await copyInto(part, dataDir);
    await rename(part, target);
    return { bytes: (await stat(join(target, "lake.db"))).size, assets };
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/** Answers how many assets there are. */
async function copyInto(part: string, dataDir: string): Promise<number> {
  const source = new DatabaseSync(join(dataDir, "lake.db"), { readOnly: true });
  try {
    source.prepare("vacuum into ?").run(join(part, "lake.db"));
  } catch (cause) {
    throw new StartupError(`The lake cannot be copied to ${part}: ${reasonOf(cause)}`, { cause });
  } finally {
    source.close();
  }
  const copy = openIntact(join(part, "lake.db"));
  const assets = listAssets(copy);
  copy.close();
  for (const { sha1 } of assets) {
    const name = join("assets", sha1.slice(0, 2), sha1);
    // oxlint-disable-next-line no-await-in-loop -- one at a time: the lake needs the disk as well
    await copyAsset(join(dataDir, name), join(part, name));
  }
  await syncToDisk(join(part, "lake.db"));
  return assets.length;
}

/**
 * Put a backup in the place of the lake, which must not run. What was there is moved aside, and the
 * answer says where to.
 *
 * @throws {StartupError} when the backup is not whole, or the lake runs.
 */
export async function restore(
  dataDir: string,
  backup: string,
): Promise<{ aside: string | null; assets: number }> {
  const checked = openIntact(join(backup, "lake.db"));
  const assets = listAssets(checked);
  checked.close();
  await Promise.all(
    assets.map(({ sha1 }) => assertHere(join(backup, "assets", sha1.slice(0, 2), sha1))),
  );
  makeFolder(dataDir);
  assertUnused(join(dataDir, "lake.db"));
  const part = join(dataDir, "lake.db.restored");
  try {
    await copyFile(join(backup, "lake.db"), part);
    forgetDatasetId(part);
    await cp(join(backup, "assets"), join(dataDir, "assets"), {
      recursive: true,
      force: false,
    }).catch(noAssets);
    const aside = await moveAside(dataDir);
    await rename(part, join(dataDir, "lake.db"));
    await syncToDisk(join(dataDir, "lake.db"));
    return { aside, assets: assets.length };
  } finally {
    await rm(part, { force: true });
  }
}

async function assertFree(target: string): Promise<void> {
  if (!existsSync(target)) return;
  const held = await readdir(target).catch((cause: unknown) => {
    throw new StartupError(`${target} is no folder that can be read: name a new one`, { cause });
  });
  if (held.length > 0) throw new StartupError(`${target} is not empty: name a new folder`);
  await rm(target, { recursive: true });
}

function openIntact(path: string): DatabaseSync {
  try {
    const db = new DatabaseSync(path, { readOnly: true });
    const verdict = String(db.prepare("pragma quick_check(1)").get()?.["quick_check"]);
    const version = Number(db.prepare("pragma user_version").get()?.["user_version"]);
    if (verdict !== "ok") throw new Error(verdict);
    if (version < 1 || version > schemaVersion) throw new Error(`schema version ${version}`);
    return db;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartupError(`${path} is no lake of ours that is whole (${reason})`, { cause });
  }
}

function listAssets(db: DatabaseSync): { sha1: string }[] {
  const rows = db
    .prepare(
      "select distinct id from documents where type in ('sanity.imageAsset', 'sanity.fileAsset')",
    )
    .all();
  const files = rows.map((row) => assetFile(row["id"])).filter((file) => file !== null);
  return [...new Map(files.map((file) => [file.sha1, file])).values()];
}

async function copyAsset(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE).catch(
    (cause: unknown) => {
      throw new StartupError(`The asset ${from} cannot be copied: check the data folder`, {
        cause,
      });
    },
  );
}

async function assertHere(path: string): Promise<void> {
  await access(path).catch((cause: unknown) => {
    throw new StartupError(`The backup lacks ${path}`, { cause });
  });
}

/** SQLite leaves write-ahead mode only for the last connection, which tells whether a lake runs. */
function assertUnused(path: string): void {
  if (!existsSync(path)) return;
  try {
    const db = new DatabaseSync(path);
    db.exec("pragma busy_timeout=500; pragma journal_mode=delete");
    db.close();
  } catch (cause) {
    throw new StartupError("The lake runs: stop it before you restore a backup", { cause });
  }
}

/** Whoever remembers where the lake stood (page caches, cursors) must see that it is another one now. */
function forgetDatasetId(path: string): void {
  const db = new DatabaseSync(path);
  db.exec("delete from lake where key = 'datasetId'; delete from sessions");
  db.close();
}

async function moveAside(dataDir: string): Promise<string | null> {
  const aside = join(
    dataDir,
    `before-restore-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`,
  );
  const held = await readdir(dataDir);
  const moving = filesOfOneLake.filter((name) => held.includes(name));
  if (moving.length === 0) return null;
  await mkdir(aside, { mode: 0o700 });
  await Promise.all(moving.map((name) => rename(join(dataDir, name), join(aside, name))));
  return aside;
}

async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
}

function noAssets(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}
