import sharp from "sharp";

import type { RoleName } from "../../../lib/lake/auth/roles.ts";
import { openAccessLake } from "../access-lake.ts";

export type Asset = {
  _id: string;
  url: string;
  path: string;
  extension: string;
  mimeType: string;
  originalFilename?: string;
  metadata: {
    dimensions: object;
    hasAlpha: boolean;
    isOpaque: boolean;
    lqip?: string;
    blurHash?: string;
    thumbHash?: string;
    palette?: { dominant: { background: string } };
  };
};

/** A lake that holds one photograph: 300 × 200, blue, with a red square of 40 in the upper left corner. */
export async function openAssetLake() {
  const site = await openAccessLake();
  const photo = await makePhoto();
  const upload = (body: Uint8Array, path = "images/production", role: RoleName = "editor") =>
    site.send(`/v2025-02-19/assets/${path}`, {
      method: "POST",
      headers: { ...site.tokenFor(role), "content-type": "image/lies" },
      body: new Uint8Array(body),
    });
  const name = encodeURIComponent("港口.png");
  const extracts = "meta=lqip&meta=palette&meta=blurhash";
  const response = await upload(photo, `images/production?filename=${name}&title=T&${extracts}`);
  return {
    ...site,
    photo,
    upload,
    uploaded: await documentOf(response),
    get: (path: string, headers: Record<string, string> = {}) => site.send(`/${path}`, { headers }),
  };
}

export type AssetLake = Awaited<ReturnType<typeof openAssetLake>>;

export async function documentOf(response: Response): Promise<Asset> {
  const { document }: { document: Asset } = await response.json();
  return document;
}

async function makePhoto(): Promise<Buffer> {
  const dot = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#ff2010" } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 300, height: 200, channels: 3, background: "#2060a0" } })
    .composite([{ input: dot, left: 0, top: 0 }])
    .jpeg()
    .toBuffer();
}
