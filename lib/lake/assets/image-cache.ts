import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import type { Log } from "#lake/log.ts";

type Entry = { bytes: number; touchedAt: number };

/** Pictures that were made once, in `DATA_DIR/image-cache`. */
export type ImageCache = {
  /** The file of a picture; null when it was not made yet or had to go. */
  find(key: string): Promise<{ path: string; bytes: number } | null>;
  /** Make a picture unless somebody is making it already, and keep it. */
  make(key: string, make: () => Promise<Buffer>): Promise<{ path: string; bytes: number }>;
  usage(): { bytes: number; pictures: number };
};

const touchEvery = 60 * 60 * 1000;

/**
 * Keep made pictures on the disk within `mostBytes`; those unused for longest go first.
 *
 * `key` must be safe as a file's name. What an earlier run of the lake left is counted at start, in the order it was last used in.
 */
export async function openImageCache(options: {
  folder: string;
  mostBytes: number;
  log: Log;
  now?: () => number;
}): Promise<ImageCache> {
  const { folder, mostBytes, log, now = Date.now } = options;
  const entries = await readFolder(folder);
  const making = new Map<string, Promise<{ path: string; bytes: number }>>();
  let total = [...entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key);

  async function shrink(): Promise<void> {
    const leaving: string[] = [];
    for (const [key, { bytes }] of entries) {
      if (total <= mostBytes) break;
      total -= bytes;
      entries.delete(key);
      leaving.push(pathOf(key));
    }
    await Promise.all(leaving.map((path) => rm(path, { force: true })));
  }

  /** Move to the end of the line; the file's time tells the next run. */
  function touch(key: string, entry: Entry): void {
    entries.delete(key);
    entries.set(key, entry);
    if (now() - entry.touchedAt < touchEvery) return;
    entry.touchedAt = now();
    const time = new Date(now());
    utimes(pathOf(key), time, time).catch((error: unknown) => {
      log.warn("A cached picture could not be touched", { key, error });
    });
  }

  async function add(key: string, make: () => Promise<Buffer>) {
    const picture = await make();
    await writeWhole(pathOf(key), picture);
    entries.set(key, { bytes: picture.length, touchedAt: now() });
    total += picture.length;
    await shrink();
    return { path: pathOf(key), bytes: picture.length };
  }

  return {
    async find(key) {
      const entry = entries.get(key);
      if (!entry) return null;
      if (await isThere(pathOf(key))) {
        touch(key, entry);
        return { path: pathOf(key), bytes: entry.bytes };
      }
      // The folder may be emptied at any time.
      if (entries.delete(key)) total -= entry.bytes;
      return null;
    },
    make(key, make) {
      const running = making.get(key);
      if (running) return running;
      const work = add(key, make).finally(() => making.delete(key));
      making.set(key, work);
      return work;
    },
    usage: () => ({ bytes: total, pictures: entries.size }),
  };
}

async function writeWhole(path: string, picture: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, picture, { mode: 0o600 });
  await rename(`${path}.part`, path);
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function readFolder(folder: string): Promise<Map<string, Entry>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(noFolderYet);
  const files = names.filter((name) => name.isFile());
  const found = await Promise.all(
    files.map(async ({ name, parentPath }) => {
      const { size, mtimeMs } = await stat(join(parentPath, name));
      return { name, entry: { bytes: size, touchedAt: mtimeMs } };
    }),
  );
  const sorted = found.toSorted((left, right) => left.entry.touchedAt - right.entry.touchedAt);
  return new Map(sorted.map(({ name, entry }) => [name, entry]));
}

function noFolderYet(error: NodeJS.ErrnoException): [] {
  if (error.code === "ENOENT") return [];
  throw error;
}
