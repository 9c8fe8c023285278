import { createHash } from "node:crypto";

import { Hono } from "hono";

import {
  type AssetKind,
  type AssetName,
  assetDocumentId,
  parseAssetFileName,
} from "#lake/assets/asset-names.ts";
import { contentTypeOf } from "#lake/assets/content-types.ts";
import {
  type ImageParameters,
  isUnchanged,
  parseImageParameters,
} from "#lake/assets/image-parameters.ts";
import {
  type OutputFormat,
  type TransformRequest,
  chooseFormat,
  makeLighter,
  mayBeLighter,
  transformImage,
} from "#lake/assets/image-transform.ts";
import { contentDisposition, serveBytes } from "#lake/assets/serve-bytes.ts";
import type { LakeContext, LakeEnv } from "#lake/auth/identity.ts";
import type { Document } from "#lake/document.ts";
import { HttpError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import { GateFullError } from "#lake/limits/gate.ts";

type Dependencies = Pick<Lake, "store" | "settings" | "assets">;

/**
 * The public addresses of assets: `/images|files/:project/:dataset/:name`, with an optional name for
 * people behind it. They are public as on Sanity's side: who knows the content's hash may read it.
 */
export function assetServingRoutes(dependencies: Dependencies): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  routes.get("/files/:project/:dataset/:name/:vanity?", (c) => serveFile(c, dependencies));
  routes.get("/images/:project/:dataset/:name/:vanity?", (c) => serveImage(c, dependencies));
  return routes;
}

async function serveFile(c: LakeContext, dependencies: Dependencies): Promise<Response> {
  const found = await find(c, "files", dependencies);
  return serveOriginal(c, found, dependencies);
}

async function serveImage(c: LakeContext, dependencies: Dependencies): Promise<Response> {
  const found = await find(c, "images", dependencies);
  const parameters = parseImageParameters(c.req.query());
  const isVector = found.name.extension === "svg" && parameters.fm === undefined;
  if (isVector || isUnchanged(parameters)) return serveOriginal(c, found, dependencies);

  const accept = c.req.header("accept") ?? "";
  const format = chooseFormat(found.name.extension, parameters, accept);
  const wanted = { parameters, format, key: pictureKey(found.name.sha1, parameters, format) };
  const { key, ...picture } = mayBeLighter(found.name.extension, parameters, accept)
    ? await getLightest(found.name, wanted, dependencies)
    : await getPicture(found.name, wanted, dependencies);
  return serveBytes(c, {
    ...picture,
    etag: key,
    mimeType: contentTypeOf(picture.format).mimeType,
    headers: {
      ...disposition(c, found, picture.format),
      ...(parameters.auto === "format" ? { vary: "accept" } : {}),
    },
  });
}

type Found = { name: AssetName; bytes: number; document: Document };

/** An asset is there as long as its document is, in this dataset. */
async function find(
  c: LakeContext,
  kind: AssetKind,
  { store, settings, assets }: Dependencies,
): Promise<Found> {
  const { project, dataset = "", name: fileName = "" } = c.req.param();
  const name = parseAssetFileName(kind, fileName);
  const document =
    name && project === settings.projectId
      ? store.getDocument(dataset, assetDocumentId(name))
      : null;
  const bytes = name && document ? await assets.bytes.sizeOf(name.sha1) : null;
  if (!name || !document || bytes === null) {
    throw new HttpError(404, "notFoundError", "There is no such asset");
  }
  return { name, bytes, document };
}

function serveOriginal(c: LakeContext, found: Found, { assets }: Dependencies): Response {
  const { name, bytes } = found;
  const { mimeType } = contentTypeOf(name.extension);
  return serveBytes(c, {
    path: assets.bytes.pathOf(name.sha1),
    bytes,
    etag: name.sha1,
    mimeType,
    headers: {
      ...disposition(c, found, name.extension),
      "x-sanity-sha1": name.sha1,
      ...isolation(mimeType),
    },
  });
}

/**
 * Nothing served here may run as a page of the site. Pictures (SVG among them, when opened by itself)
 * get a sandbox; what a browser's own viewer shows (PDF, video, audio) must do without, or it stays blank.
 */
function isolation(mimeType: string): Record<string, string> {
  if (/^(?:application\/pdf|video\/|audio\/)/.test(mimeType)) return {};
  return { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox" };
}

function disposition(
  c: LakeContext,
  { name, document }: Found,
  extension: string,
): Record<string, string> {
  const original = document["originalFilename"];
  const stem = typeof original === "string" ? original.replace(/\.[^.]*$/, "") : name.sha1;
  const download = c.req.query("dl");
  if (download !== undefined) {
    return {
      "content-disposition": contentDisposition("attachment", download || `${stem}.${extension}`),
    };
  }
  const kind = contentTypeOf(extension).disposition;
  return { "content-disposition": contentDisposition(kind, `${stem}.${extension}`) };
}

type Wanted = { parameters: ImageParameters; format: OutputFormat; key: string };
type Made = { path: string; bytes: number; format: OutputFormat; key: string };

/**
 * The AVIF of a picture where it is there already, else the picture in `wanted`'s format.
 *
 * As on Sanity's side nobody waits for an AVIF, which takes several times as long to make: who asks for a picture
 * that another reader has seen before has it made for those who come after.
 */
async function getLightest(
  name: AssetName,
  wanted: Wanted,
  dependencies: Dependencies,
): Promise<Made> {
  const { cache, lighter } = dependencies.assets;
  const { parameters } = wanted;
  const avif: Wanted = {
    parameters,
    format: "avif",
    key: pictureKey(name.sha1, parameters, "avif"),
  };
  const light = await cache.find(avif.key);
  if (light) return { ...light, format: "avif", key: avif.key };
  const known = await cache.find(wanted.key);
  if (!known) return getPicture(name, wanted, dependencies);
  const request = requestFor(name, avif, dependencies);
  lighter.offer(avif.key, () => cache.make(avif.key, () => makeLighter(request, known.bytes)));
  return { ...known, format: wanted.format, key: wanted.key };
}

async function getPicture(
  name: AssetName,
  wanted: Wanted,
  dependencies: Dependencies,
): Promise<Made> {
  const { format, key } = wanted;
  const { cache, gate } = dependencies.assets;
  const request = requestFor(name, wanted, dependencies);
  try {
    const picture =
      (await cache.find(key)) ??
      (await cache.make(key, () => gate.run(() => transformImage(request))));
    return { ...picture, format, key };
  } catch (error) {
    if (!(error instanceof GateFullError)) throw error;
    throw new HttpError(
      503,
      "overloaded",
      "Too many pictures are being made; try again in a moment",
      { cause: error },
    );
  }
}

function requestFor(
  name: AssetName,
  { parameters, format }: Wanted,
  { assets }: Dependencies,
): TransformRequest {
  return {
    path: assets.bytes.pathOf(name.sha1),
    size: name.size ?? { width: 1, height: 1 },
    parameters,
    format,
    isAnimated: name.extension === "gif" || name.extension === "webp",
  };
}

/** One name for one picture, whatever the order of the parameters in its address. */
function pictureKey(sha1: string, parameters: ImageParameters, format: OutputFormat): string {
  const { auto: _auto, fm, ...drawn } = parameters;
  const settled = Object.entries({ ...drawn, progressive: fm === "pjpg" || undefined })
    .filter(([, value]) => value !== undefined)
    .toSorted(([left], [right]) => left.localeCompare(right));
  const text = JSON.stringify([sha1, settled, format]);
  return `${createHash("sha256").update(text).digest("hex").slice(0, 40)}.${format}`;
}
