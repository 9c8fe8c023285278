import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import { type Pack, pack } from "tar-stream";

import { type Document, parseDocument } from "#lake/document.ts";
import { StartupError } from "#lake/errors.ts";
import { assetFile, makePlaceholders } from "#lake/transfer/asset-placeholders.ts";
import { type Snapshot, openSnapshot } from "#lake/transfer/snapshot.ts";

type Export = { dataDir: string; dataset: string; target: string };
type Collected = {
  documents: number;
  attributes: Record<string, unknown>;
  files: Map<string, string>;
};

const assetTypes = new Set(["sanity.imageAsset", "sanity.fileAsset"]);
/** What an asset's new lake works out by itself. */
const ownAttributes = new Set([
  "_id",
  "_type",
  "assetId",
  "extension",
  "mimeType",
  "path",
  "uploadId",
  "url",
]);

/**
 * Write a dataset with its assets as the `.tar.gz` that `@sanity/import` and the hosted service read.
 *
 * It is the dataset at one moment, while the lake may go on writing. The file gets its name when it is
 * whole. Documents of the system (`_.…`) stay behind but for releases.
 *
 * @throws {StartupError} when there is no such dataset, or the file cannot be one.
 */
export async function writeArchive({
  dataDir,
  dataset,
  target,
}: Export): Promise<{ documents: number; assets: number }> {
  await assertFile(target);
  const snapshot = openSnapshot(dataDir);
  const folder = await mkdtemp(join(tmpdir(), "lake-export-"));
  try {
    assertDataset(snapshot, dataset);
    const lines = join(folder, "data.ndjson");
    const collected = await writeDocuments(snapshot, {
      dataset,
      file: lines,
      assetFolder: join(dataDir, "assets"),
    });
    const part = `${target}.part`;
    const archive = pack();
    const written = pipeline(archive, createGzip(), createWriteStream(part, { mode: 0o600 }));
    await Promise.all([
      fillArchive(archive, { collected, lines, prefix: prefixOf(dataset) }),
      written,
    ]);
    await rename(part, target);
    return { documents: collected.documents, assets: collected.files.size };
  } finally {
    snapshot.close();
    await rm(folder, { recursive: true, force: true });
    await rm(`${target}.part`, { force: true });
  }
}

async function assertFile(target: string): Promise<void> {
  const held = await stat(target).catch(() => null);
  if (held && !held.isFile()) throw new StartupError(`${target} is no file: name one`);
  const folder = await stat(dirname(target)).catch(() => null);
  if (folder?.isDirectory() !== true)
    throw new StartupError(`There is no folder ${dirname(target)}: make it, or name another`);
}

function assertDataset(snapshot: Snapshot, dataset: string): void {
  const names = snapshot.listDatasets();
  if (names.includes(dataset)) return;
  throw new StartupError(`There is no dataset "${dataset}"; there are: ${names.join(", ")}`);
}

function prefixOf(dataset: string): string {
  const time = new Date()
    .toISOString()
    .replaceAll(/[^a-z0-9]/gi, "-")
    .toLowerCase();
  return `${dataset}-export-${time}`;
}

type Destination = { dataset: string; file: string; assetFolder: string };

async function writeDocuments(
  snapshot: Snapshot,
  { dataset, file, assetFolder }: Destination,
): Promise<Collected> {
  const collected: Collected = { documents: 0, attributes: {}, files: new Map() };
  const handle = await open(file, "wx", 0o600);
  try {
    for (const rows of readAll(snapshot, dataset)) {
      const documents = rows.map(parseDocument).filter(isExported);
      const content = documents.filter(({ _type: type }) => !assetTypes.has(type));
      for (const asset of documents.filter(({ _type: type }) => assetTypes.has(type))) {
        collectAsset(collected, asset, assetFolder);
      }
      collected.documents += content.length;
      const lines = content.map((document) => `${JSON.stringify(makePlaceholders(document))}\n`);
      // One batch at a time, or the whole dataset would be in memory. `write` alone may stop in the midst of it.
      // oxlint-disable-next-line no-await-in-loop
      await handle.appendFile(lines.join(""));
    }
  } finally {
    await handle.close();
  }
  return collected;
}

function* readAll(snapshot: Snapshot, dataset: string): Generator<string[]> {
  let after = 0;
  for (;;) {
    const rows = snapshot.read({ dataset, after, limit: 500 });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ body }) => body);
    after = last.sequence;
  }
}

function isExported({ _id: id }: Document): boolean {
  return !id.startsWith("_.") || id.startsWith("_.releases.");
}

function collectAsset(
  { attributes, files }: Collected,
  asset: Document,
  assetFolder: string,
): void {
  const file = assetFile(asset._id);
  if (!file) return;
  const kept = Object.entries(asset).filter(([key]) => !ownAttributes.has(key));
  attributes[`${file.kind}-${file.sha1}`] = Object.fromEntries(kept);
  files.set(file.path, join(assetFolder, file.sha1.slice(0, 2), file.sha1));
}

type Contents = { collected: Collected; lines: string; prefix: string };

async function fillArchive(archive: Pack, { collected, lines, prefix }: Contents): Promise<void> {
  await addFile(archive, `${prefix}/${basename(lines)}`, lines);
  archive.entry({ name: `${prefix}/assets.json` }, JSON.stringify(collected.attributes));
  for (const [name, path] of collected.files) {
    // A tar file is written from front to back.
    // oxlint-disable-next-line no-await-in-loop
    await addFile(archive, `${prefix}/${name}`, path);
  }
  archive.finalize();
}

async function addFile(archive: Pack, name: string, path: string): Promise<void> {
  const { size } = await stat(path);
  await pipeline(createReadStream(path), archive.entry({ name, size }));
}
