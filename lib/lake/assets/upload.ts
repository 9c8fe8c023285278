import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";

import { Hono } from "hono";
import { z } from "zod";

import {
  type AssetKind,
  type AssetName,
  assetDocumentId,
  assetFileName,
} from "#lake/assets/asset-names.ts";
import type { Arrival } from "#lake/assets/byte-store.ts";
import { contentTypeOf } from "#lake/assets/content-types.ts";
import {
  type Extract,
  defaultExtracts,
  describeImage,
  extracts,
} from "#lake/assets/image-metadata.ts";
import { chooseExtension } from "#lake/assets/sniff.ts";
import { type LakeContext, type LakeEnv, requireIdentity } from "#lake/auth/identity.ts";
import { HttpError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import { check } from "#lake/read-json.ts";
import { transact } from "#lake/transaction/commit.ts";

const mostBytes = { images: 100 * 1024 ** 2, files: 2 * 1024 ** 3 } satisfies Record<
  AssetKind,
  number
>;

const text = z.string().max(1000).optional();

const querySchema = z.object({
  filename: text,
  label: text,
  title: text,
  description: z.string().max(10_000).optional(),
  creditLine: text,
  sourceId: text,
  sourceName: text,
  sourceUrl: text,
});

/** `POST /assets/images|files/:dataset`: the body is the file, everything else is in the address. */
export function assetUploadRoutes(lake: Lake): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  routes.post("/assets/:kind{images|files}/:dataset", async (c) => {
    const kind = c.req.param("kind") === "images" ? "images" : "files";
    const document = await upload(c, { kind, dataset: c.req.param("dataset"), lake });
    return c.json({ document });
  });
  return routes;
}

type Upload = { kind: AssetKind; dataset: string; lake: Lake };

async function upload(c: LakeContext, { kind, dataset, lake }: Upload) {
  const identity = requireIdentity(c.get("identity"));
  const { assets, authorize, store } = lake;
  const query = check(c.req.query(), querySchema);
  const wanted = readExtracts(c);
  // Asked before the bytes come, not after: they may be many.
  const after = draftDocument(kind);
  authorize(identity, { action: "create", before: null, after, published: () => null });
  if (!store.hasDataset(dataset))
    throw new HttpError(404, "datasetNotFoundError", `Dataset "${dataset}" not found`);

  const arrival = await assets.bytes.receive(readBody(c), mostBytes[kind]);
  try {
    if (arrival.size === 0) throw new HttpError(400, "badRequestError", "The file is empty");
    const described =
      kind === "images"
        ? await assets.gate.run(() => describeUpload(arrival, wanted))
        : { name: fileName(arrival, query.filename), metadata: null };
    await assets.bytes.keep(arrival);
    const document = {
      ...composeDocument({ ...described, arrival, dataset, lake }),
      ...attributes(query),
    };
    const outcome = await transact(
      lake,
      { dataset, transactionId: undefined, identity, content: document, dryRun: false },
      (transaction) => [transaction.createIfNotExists(document)],
    );
    return outcome.results[0]?.document;
  } finally {
    await assets.bytes.discard(arrival);
  }
}

function readBody(c: LakeContext): AsyncIterable<Uint8Array> {
  const { body } = c.req.raw;
  return body ?? Readable.from([]);
}

/** Extracts we do not know are left out, as `none` is: newer clients may ask for more. */
function readExtracts(c: LakeContext): readonly Extract[] {
  const given = c.req.queries("meta")?.flatMap((value) => value.split(","));
  return given ? extracts.filter((extract) => given.includes(extract)) : defaultExtracts;
}

async function describeUpload(arrival: Arrival, wanted: readonly Extract[]) {
  const { extension, metadata, ...size } = await describeImage(arrival.path, wanted);
  const name: AssetName = { kind: "images", sha1: arrival.sha1, extension, size };
  return { name, metadata };
}

function fileName({ sha1, head }: Arrival, filename: string | undefined): AssetName {
  return { kind: "files", sha1, extension: chooseExtension(head, filename), size: null };
}

type Compose = {
  name: AssetName;
  metadata: Record<string, unknown> | null;
  arrival: Arrival;
  dataset: string;
  lake: Lake;
};

function composeDocument({ name, metadata, arrival, dataset, lake }: Compose) {
  const { projectId, publicUrl } = lake.settings;
  const path = `${name.kind}/${projectId}/${dataset}/${assetFileName(name)}`;
  return {
    _id: assetDocumentId(name),
    _type: name.kind === "images" ? "sanity.imageAsset" : "sanity.fileAsset",
    assetId: arrival.sha1,
    extension: name.extension,
    mimeType: contentTypeOf(name.extension).mimeType,
    ...(metadata ? { metadata } : {}),
    path,
    sha1hash: arrival.sha1,
    size: arrival.size,
    uploadId: randomBytes(16).toString("hex"),
    url: `${publicUrl}/${path}`,
  };
}

function attributes({
  filename,
  sourceId,
  sourceName,
  sourceUrl,
  ...rest
}: z.infer<typeof querySchema>) {
  const source =
    sourceId === undefined && sourceName === undefined
      ? null
      : { id: sourceId, name: sourceName, url: sourceUrl };
  const given = Object.entries({
    originalFilename: filename,
    ...rest,
    ...(source ? { source } : {}),
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** Stands for the asset in the question whether somebody may create one. */
function draftDocument(kind: AssetKind) {
  const [prefix, type] =
    kind === "images" ? ["image", "sanity.imageAsset"] : ["file", "sanity.fileAsset"];
  const time = new Date(0).toISOString();
  return { _id: `${prefix}-new`, _type: type, _rev: "", _createdAt: time, _updatedAt: time };
}
