import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, open, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

import { type Extract, extract } from "tar-stream";
import { z } from "zod";

import { StartupError } from "#lake/errors.ts";
import { isSystemError, reasonOf } from "#lake/explain.ts";
import type { Placeholder } from "#lake/transfer/asset-placeholders.ts";
import type {
  ImportSource,
  ImportedAsset,
  ImportedDocument,
} from "#lake/transfer/import-documents.ts";

const attributesSchema = z.record(
  z.string(),
  z.looseObject({ originalFilename: z.string().optional() }),
);
type Attributes = z.infer<typeof attributesSchema>;

const documentSchema = z.looseObject({ _id: z.string(), _type: z.string() });

/** Of the old asset's attributes those that belong to its old place; see `@sanity/import`. */
const notRestored = new Set([
  "_id",
  "_rev",
  "_type",
  "_createdAt",
  "_updatedAt",
  "sha1hash",
  "size",
  "uploadId",
]);

/** An export on the disk, unpacked while it is imported. */
export type OpenArchive = ImportSource & { close(): Promise<void> };

/**
 * Open an export: a `.tar.gz` or `.tar` of `@sanity/export`, the hosted service or ours, or bare NDJSON.
 *
 * @throws {StartupError} when it is damaged or cut off, or there are no documents in it.
 */
export async function openArchive(path: string): Promise<OpenArchive> {
  const folder = await mkdtemp(join(tmpdir(), "lake-import-"));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const kind = await readKind(path);
    if (kind !== "lines") await unpack(path, kind, folder).catch(refuseDamaged(path));
    const lines = kind === "lines" ? path : join(folder, "data.ndjson");
    if (!existsSync(lines)) throw new StartupError("There are no documents in the export");
    const attributes = await readAttributes(folder).catch(refuseDamaged(path));
    return {
      documents: () => readDocuments(lines),
      readAsset: (placeholder) => readAsset(folder, placeholder, attributes),
      moreAssets: await listAssets(folder),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readKind(path: string): Promise<"gzip" | "tar" | "lines"> {
  const file = await open(path).catch((cause: unknown) => {
    throw new StartupError(`${path} cannot be read: ${reasonOf(cause)}`, { cause });
  });
  try {
    if ((await file.stat()).isDirectory())
      throw new StartupError(`${path} is a folder: name the file of an export`);
    const { buffer } = await file.read(Buffer.alloc(512), 0, 512, 0);
    if (buffer.readUInt16BE(0) === 0x1f8b) return "gzip";
    return buffer.toString("latin1", 257, 262) === "ustar" ? "tar" : "lines";
  } finally {
    await file.close();
  }
}

/** What the system refuses (a full disk) is told as it is; the rest is the archive's own fault. */
function refuseDamaged(path: string): (cause: unknown) => never {
  return (cause) => {
    if (isSystemError(cause)) throw cause;
    throw new StartupError(`${path} is damaged or cut off: copy it once more, or export anew`, {
      cause,
    });
  };
}

/** Only files that an export has are unpacked, each to the place we choose: names may be hostile. */
async function unpack(path: string, kind: "gzip" | "tar", folder: string): Promise<void> {
  await mkdir(join(folder, "images"));
  await mkdir(join(folder, "files"));
  const archive = extract();
  const source = createReadStream(path);
  const fed =
    kind === "gzip" ? pipeline(source, createGunzip(), archive) : pipeline(source, archive);
  await Promise.all([fed, unpackEntries(archive, folder)]);
}

async function unpackEntries(archive: Extract, folder: string): Promise<void> {
  for await (const entry of archive) {
    const target = placeFor(entry.header.name, entry.header.type ?? "file", folder);
    if (target) await pipeline(entry, createWriteStream(target, { mode: 0o600 }));
    else entry.resume();
  }
}

function placeFor(name: string, type: string, folder: string): string | null {
  if (type !== "file") return null;
  const [, part] =
    /(?:^|\/)((?:images|files)\/[^/\\]+|assets\.json|[^/\\]+\.ndjson)$/.exec(name) ?? [];
  if (!part || basename(part).startsWith(".")) return null;
  return join(folder, part.endsWith(".ndjson") ? "data.ndjson" : part);
}

async function* readDocuments(path: string): AsyncGenerator<ImportedDocument> {
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    number += 1;
    if (line.trim() !== "") yield parseLine(line, number);
  }
  if (number === 0) throw new StartupError("There are no documents in the export");
}

function parseLine(line: string, number: number): ImportedDocument {
  try {
    return documentSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new StartupError(`Line ${number} of the export is no document with _id and _type`, {
      cause,
    });
  }
}

async function readAttributes(folder: string): Promise<Attributes> {
  const text = await readFile(join(folder, "assets.json"), "utf8").catch(() => "{}");
  return attributesSchema.parse(JSON.parse(text));
}

async function listAssets(folder: string): Promise<Placeholder[]> {
  const [images, files] = await Promise.all(
    ["images", "files"].map((kind) => readdir(join(folder, kind)).catch(() => [])),
  );
  return [
    ...(images ?? []).map((name): Placeholder => ({
      kind: "image",
      url: `file://./images/${name}`,
    })),
    ...(files ?? []).map((name): Placeholder => ({ kind: "file", url: `file://./files/${name}` })),
  ];
}

async function readAsset(
  folder: string,
  { kind, url }: Placeholder,
  known: Attributes,
): Promise<ImportedAsset> {
  const [, part = ""] = /^file:\/\/\.\/((?:images|files)\/[^/\\]+)$/.exec(url) ?? [];
  if (part === "")
    throw new StartupError(
      `The asset ${url} is not in the export, and nothing is fetched from elsewhere`,
    );
  const body = await readFile(join(folder, part)).catch((cause: unknown) => {
    throw new StartupError(`The asset ${url} is missing in the export`, { cause });
  });
  const sha1 = /[0-9a-f]{40}/.exec(part)?.[0] ?? "";
  const { originalFilename, ...rest } = known[`${kind}-${sha1}`] ?? {};
  const attributes = Object.fromEntries(
    Object.entries(rest).filter(([key]) => !notRestored.has(key)),
  );
  return { body: new Uint8Array(body), filename: originalFilename ?? basename(part), attributes };
}
