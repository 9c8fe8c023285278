import { encode as encodeBlurhash } from "blurhash";
import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";

import { readCameraData } from "#lake/assets/exif.ts";
import { describePalette } from "#lake/assets/palette.ts";
import { HttpError } from "#lake/errors.ts";

/** What a client may ask to have worked out at upload; dimensions and transparency always are. */
export const extracts = [
  "lqip",
  "blurhash",
  "thumbhash",
  "palette",
  "exif",
  "location",
  "image",
] as const;
export type Extract = (typeof extracts)[number];

export type ImageDescription = {
  width: number;
  height: number;
  extension: string;
  metadata: Record<string, unknown>;
};

/** Without a wish of the client's. Place and camera are told only on request: they can give a person away. */
export const defaultExtracts: readonly Extract[] = ["lqip", "blurhash", "palette"];

/** The most pixels an image may have; more would cost the whole machine's memory. */
export const mostPixels = 100_000_000;

const extensions: Record<string, string> = {
  jpeg: "jpg",
  png: "png",
  gif: "gif",
  webp: "webp",
  svg: "svg",
  heif: "avif",
  tiff: "tif",
};

/**
 * Look at an image: its size as it is shown (turned upright), and Sanity's `metadata` for it.
 *
 * @throws {HttpError} 400 when it is no image, is damaged, or has more than 100 million pixels.
 */
export async function describeImage(
  path: string,
  asked: readonly Extract[],
): Promise<ImageDescription> {
  try {
    const image = sharp(path, { limitInputPixels: mostPixels });
    const { format, autoOrient, hasAlpha } = await image.metadata();
    const extension = extensions[format];
    if (!extension) throw new TypeError(`The format ${format} is not supported`);
    const { width, height } = autoOrient;
    const wanted = await Promise.all(asked.map((extract) => describe[extract](path)));
    const metadata = {
      _type: "sanity.imageMetadata",
      ...Object.assign({}, ...wanted),
      dimensions: { _type: "sanity.imageDimensions", width, height, aspectRatio: width / height },
      hasAlpha,
      isOpaque: !hasAlpha || (await looksOpaque(path)),
    };
    return { width, height, extension, metadata };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HttpError(400, "badRequestError", `Invalid image: ${reason}`, { cause });
  }
}

type Describe = (path: string) => Promise<Record<string, unknown>>;

const describe: Record<Extract, Describe> = {
  async lqip(path) {
    return { lqip: await tinyCopy(path) };
  },
  async blurhash(path) {
    const { data, info } = await pixels(path, 32);
    return { blurHash: encodeBlurhash(new Uint8ClampedArray(data), info.width, info.height, 4, 3) };
  },
  async thumbhash(path) {
    const { data, info } = await pixels(path, 100);
    const hash = rgbaToThumbHash(info.width, info.height, data);
    return { thumbHash: Buffer.from(hash).toString("base64") };
  },
  async palette(path) {
    const { data } = await pixels(path, 64);
    return { palette: describePalette(data) };
  },
  async exif(path) {
    const data = await cameraData(path);
    return data ? { exif: { _type: "sanity.imageExifMetadata", ...data.exif } } : {};
  },
  async image(path) {
    const data = await cameraData(path);
    return data ? { image: { _type: "sanity.imageExifTags", ...data.image } } : {};
  },
  async location(path) {
    const data = await cameraData(path);
    return data?.location ? { location: data.location } : {};
  },
};

/** Looks at a copy of a thousand pixels' width: all of a large picture's would take many seconds. */
async function looksOpaque(path: string): Promise<boolean> {
  const alpha = await sharp(path, { limitInputPixels: mostPixels })
    .resize({ width: 1000, height: 1000, fit: "inside", withoutEnlargement: true })
    .extractChannel("alpha")
    .raw()
    .toBuffer();
  return alpha.every((value) => value === 255);
}

async function cameraData(path: string) {
  const { exif } = await sharp(path, { limitInputPixels: mostPixels }).metadata();
  return readCameraData(exif);
}

/** A copy of twenty pixels' width: JPEG, or PNG where there is something to see through. */
async function tinyCopy(path: string): Promise<string> {
  const image = sharp(path, { limitInputPixels: mostPixels }).autoOrient().resize({ width: 20 });
  const { hasAlpha } = await image.metadata();
  const encoded = hasAlpha ? image.png({ palette: true }) : image.jpeg({ quality: 50 });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return `data:image/${info.format};base64,${data.toString("base64")}`;
}

function pixels(path: string, size: number) {
  return sharp(path, { limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ width: size, height: size, fit: "inside" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
}
