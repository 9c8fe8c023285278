import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type ByteStore, createByteStore } from "#lake/assets/byte-store.ts";
import { type ImageCache, openImageCache } from "#lake/assets/image-cache.ts";
import { type Lighter, createLighter } from "#lake/assets/lighter.ts";
import { type Gate, createGate } from "#lake/limits/gate.ts";
import type { Log } from "#lake/log.ts";

/** What assets need beside their documents: bytes, made pictures, and a gate before the processor. */
export type Assets = { bytes: ByteStore; cache: ImageCache; gate: Gate; lighter: Lighter };

const mostCacheBytes = 1024 ** 3;

/** Open the asset folders under `dataDir`, which nobody else may have open; a lake in memory gets a folder among the temporary ones once it needs one. */
export async function openAssets(dataDir: string, log: Log): Promise<Assets> {
  const root = dataDir === ":memory:" ? join(tmpdir(), `lake-${randomUUID()}`) : dataDir;
  const folder = join(root, "image-cache");
  const bytes = createByteStore(root);
  await bytes.tidy();
  const gate = createGate({ concurrent: 2, waiting: 200 });
  return {
    bytes,
    cache: await openImageCache({ folder, mostBytes: mostCacheBytes, log }),
    gate,
    lighter: createLighter(gate, log),
  };
}
