import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

import { HttpError } from "#lake/errors.ts";

/** A file that has arrived but has no name yet: `keep` or `discard` it. */
export type Arrival = { path: string; sha1: string; md5: string; size: number; head: Buffer };

/** The bytes of all assets, in `DATA_DIR/assets`, named by their SHA-1. */
export type ByteStore = ReturnType<typeof createByteStore>;

const headLength = 4096;

/**
 * Keep assets' bytes by content: what is uploaded twice is stored once, for every dataset.
 *
 * A file gets its name only when all of it is on the disk, so a crash leaves no half asset.
 */
export function createByteStore(dataDir: string) {
  const root = join(dataDir, "assets");
  const incoming = join(root, "incoming");
  const pathOf = (sha1: string) => join(root, sha1.slice(0, 2), sha1);

  return {
    root,
    pathOf,

    /** @throws {HttpError} 413 as soon as more than `most` bytes have come. */
    async receive(body: AsyncIterable<Uint8Array>, most: number): Promise<Arrival> {
      const path = join(incoming, randomUUID());
      await mkdir(dirname(path), { recursive: true });
      try {
        return { path, ...(await writeBody(path, body, most)) };
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },

    async keep({ path, sha1 }: Arrival): Promise<void> {
      await mkdir(dirname(pathOf(sha1)), { recursive: true });
      await rename(path, pathOf(sha1));
    },

    /** Remove what an earlier run was still receiving when it died. */
    tidy: (): Promise<void> => rm(incoming, { recursive: true, force: true }),

    discard: ({ path }: Arrival): Promise<void> => rm(path, { force: true }),

    /** The size in bytes; null when there are no such bytes. */
    async sizeOf(sha1: string): Promise<number | null> {
      const found = await stat(pathOf(sha1)).catch(() => null);
      return found?.size ?? null;
    },

    read: (sha1: string) => createReadStream(pathOf(sha1)),
  };
}

async function writeBody(path: string, body: AsyncIterable<Uint8Array>, most: number) {
  const [sha1, md5] = [createHash("sha1"), createHash("md5")];
  const file = await open(path, "wx", 0o600);
  let size = 0;
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > most)
        throw new HttpError(413, "payloadTooLarge", `The file is larger than ${most} bytes`);
      if (head.length < headLength) head = Buffer.concat([head, chunk]).subarray(0, headLength);
      sha1.update(chunk);
      md5.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha1: sha1.digest("hex"), md5: md5.digest("hex"), size, head };
}
