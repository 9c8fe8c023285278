import sharp, { type Sharp } from "sharp";

import { type Resize, planFocalCrop, planRect, planResize } from "#lake/assets/image-geometry.ts";
import { mostPixels } from "#lake/assets/image-metadata.ts";
import type { ImageParameters } from "#lake/assets/image-parameters.ts";
import { NoGainError } from "#lake/assets/lighter.ts";
import { HttpError } from "#lake/errors.ts";

/** The formats we make pictures in. */
export type OutputFormat = "jpg" | "png" | "webp" | "avif" | "gif";

export type TransformRequest = {
  path: string;
  /** The picture upright, before anything is done to it. */
  size: { width: number; height: number };
  parameters: ImageParameters;
  format: OutputFormat;
  isAnimated: boolean;
};

// One picture keeps one core: the lake answers others meanwhile.
sharp.concurrency(1);
sharp.cache(false);

/** A picture that takes longer is given up. */
const mostSeconds = 20;
/** Standard deviation in pixels; nothing can be made out long before. */
const mostBlur = 40;
/** The most pixels all frames of an animation may have together. */
const mostAnimatedPixels = 50_000_000;

/**
 * Make a picture as its address asks for: turned upright, cut (`rect`), turned, mirrored, resized,
 * filtered, on its background, in its format. Camera data does not travel along.
 *
 * @throws {HttpError} 400 when the stored picture is too large for it.
 */
export async function transformImage(request: TransformRequest): Promise<Buffer> {
  try {
    return await encode(await draw(request), request)
      .timeout({ seconds: mostSeconds })
      .toBuffer();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HttpError(400, "badRequestError", `The picture cannot be made: ${reason}`, { cause });
  }
}

/**
 * Make a picture that must take fewer bytes than the one there is.
 *
 * @throws {NoGainError} when it does not, or would stand still where the other moves.
 */
export async function makeLighter(request: TransformRequest, than: number): Promise<Buffer> {
  const { pages = 1 } = await sharp(request.path).metadata();
  if (pages > 1) throw new NoGainError("an animation stays one");
  const picture = await transformImage(request);
  if (picture.length >= than) throw new NoGainError("larger than what is there");
  return picture;
}

/** Whether this reader can be sent an AVIF in place of what `chooseFormat` names. */
export function mayBeLighter(
  extension: string,
  { auto }: ImageParameters,
  accept: string,
): boolean {
  return auto === "format" && accept.includes("image/avif") && !/^(?:gif|svg)$/.test(extension);
}

/** The format a picture is sent in: the asked one, WebP where `auto=format` and the reader takes it, else its own. */
export function chooseFormat(
  extension: string,
  { fm, auto }: ImageParameters,
  accept: string,
): OutputFormat {
  if (auto === "format" && accept.includes("image/webp") && extension !== "svg") return "webp";
  if (fm) return fm === "pjpg" ? "jpg" : fm;
  switch (extension) {
    case "png":
    case "webp":
    case "avif":
    case "gif":
      return extension;
    case "svg":
      return "png";
    default:
      return "jpg";
  }
}

type Size = { width: number; height: number };
type Area = Size & { left: number; top: number };

async function draw(request: TransformRequest): Promise<Sharp> {
  const { parameters, format } = request;
  const whole: Area = { left: 0, top: 0, ...request.size };
  const area = parameters.rect ? planRect(request.size, parameters.rect) : whole;
  const plan = planResize(turnedSize(area, parameters), parameters);
  assertAffordable(padded(plan?.canvas ?? area, parameters), format);
  const image = openUpright(request);
  const resized =
    parameters.or || parameters.flip
      ? await turnAndResize(image, { area, plan, parameters })
      : resize(image, { area, plan, parameters });
  return background(filter(resized, parameters), parameters, format);
}

function padded({ width, height }: Size, { pad = 0 }: ImageParameters): Size {
  return { width: width + 2 * pad, height: height + 2 * pad };
}

/** What a format's encoder can do in a few seconds. */
function assertAffordable({ width, height }: Size, format: OutputFormat): void {
  const most = format === "avif" ? 8_000_000 : 25_000_000;
  if (width * height > most) throw new RangeError(`more than ${most} pixels as ${format}`);
}

function openUpright(request: TransformRequest): Sharp {
  const animated = movesAfterwards(request);
  const limitInputPixels = animated ? mostAnimatedPixels : mostPixels;
  return sharp(request.path, { limitInputPixels, animated }).autoOrient();
}

/** An animation stays one where its format and what is done to it allow; else its first picture is shown. */
function movesAfterwards({ isAnimated, format, parameters }: TransformRequest): boolean {
  const { frame, or, flip, crop: side } = parameters;
  const isStill = frame !== undefined || Boolean(or) || flip !== undefined || side === "entropy";
  return isAnimated && !isStill && (format === "gif" || format === "webp");
}

type Drawing = { area: Area; plan: Resize | null; parameters: ImageParameters };

function turnedSize({ width, height }: Size, { or }: ImageParameters): Size {
  return or === 90 || or === 270 ? { width: height, height: width } : { width, height };
}

/**
 * Sharp has one fixed order of steps, in which turning comes before resizing. So this makes a copy of
 * about the wanted size first: a large picture turned as it is would cost a gigabyte of memory.
 */
async function turnAndResize(image: Sharp, { area, plan, parameters }: Drawing): Promise<Sharp> {
  const { or = 0, flip = "" } = parameters;
  const turned = turnedSize(area, parameters);
  const wanted = plan?.size ?? turned;
  const scale = Math.min(1, Math.max(wanted.width / turned.width, wanted.height / turned.height));
  const copySize = { width: Math.ceil(area.width * scale), height: Math.ceil(area.height * scale) };
  const small = await toPixels(image.extract(area).resize({ ...copySize, fit: "fill" }));
  const upright = await toPixels(sharp(small.data, { raw: small.info }).rotate(or));
  const mirrored = sharp(upright.data, { raw: upright.info })
    .flop(flip.includes("h"))
    .flip(flip.includes("v"));
  const { data, info } = await toPixels(mirrored);
  const { width, height } = info;
  return resize(sharp(data, { raw: info }), {
    area: { left: 0, top: 0, width, height },
    plan,
    parameters,
  });
}

function toPixels(image: Sharp) {
  return image.toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
}

/** Cut `area` out and bring it to its size. */
function resize(image: Sharp, { area, plan, parameters }: Drawing): Sharp {
  if (!plan) return image.extract(area);
  const { size, canvas } = plan;
  switch (plan.fill) {
    case "stretch":
      return image.extract(area).resize({ ...size, fit: "fill" });
    case "pad":
      return extend(image.extract(area).resize({ ...size, fit: "fill" }), {
        size,
        canvas,
        parameters,
      });
    case "crop":
      return crop(image, { area, size, parameters });
  }
}

type Extend = { size: Size; canvas: Size; parameters: ImageParameters };

function extend(image: Sharp, { size, canvas, parameters }: Extend): Sharp {
  const left = Math.floor((canvas.width - size.width) / 2);
  const top = Math.floor((canvas.height - size.height) / 2);
  return image.extend({
    left,
    top,
    right: canvas.width - size.width - left,
    bottom: canvas.height - size.height - top,
    background: `#${parameters.bg ?? "ffffff"}`,
  });
}

type Crop = { area: Area; size: Size; parameters: ImageParameters };

const focalPoints = {
  top: [0.5, 0],
  bottom: [0.5, 1],
  left: [0, 0.5],
  right: [1, 0.5],
  center: [0.5, 0.5],
} as const;

function crop(image: Sharp, { area, size, parameters }: Crop): Sharp {
  const { crop: side = "center" } = parameters;
  if (side === "entropy") {
    return image.extract(area).resize({ ...size, fit: "cover", position: "entropy" });
  }
  const [x = 0.5, y = 0.5] =
    side === "focalpoint" ? [parameters["fp-x"], parameters["fp-y"]] : focalPoints[side];
  const part = planFocalCrop(area, size, { x, y });
  const cut = { ...part, left: area.left + part.left, top: area.top + part.top };
  return image.extract(cut).resize({ ...size, fit: "fill" });
}

function filter(
  image: Sharp,
  { blur, sharp: sharpness, sharpen, sat, invert }: ImageParameters,
): Sharp {
  if (blur !== undefined) image.blur(Math.max(0.3, Math.min(mostBlur, blur / 10)));
  const edge = sharpness ?? sharpen;
  if (edge) image.sharpen({ sigma: 0.5 + edge / 50 });
  if (sat !== undefined) image.modulate({ saturation: 1 + sat / 100 });
  if (invert === "true") image.negate({ alpha: false });
  return image;
}

function background(image: Sharp, { bg, pad }: ImageParameters, format: OutputFormat): Sharp {
  const color = `#${bg ?? "ffffff"}`;
  if (pad) image.extend({ top: pad, bottom: pad, left: pad, right: pad, background: color });
  return bg !== undefined || format === "jpg" ? image.flatten({ background: color }) : image;
}

function encode(image: Sharp, { format, parameters }: TransformRequest): Sharp {
  const quality = Math.max(1, parameters.q ?? 75);
  switch (format) {
    case "jpg":
      return image.jpeg({ quality, progressive: parameters.fm === "pjpg", mozjpeg: false });
    case "png":
      return image.png({ compressionLevel: 7 });
    case "webp":
      return image.webp({ quality, effort: 3 });
    case "avif":
      return image.avif({ quality: Math.max(1, Math.round(quality * 0.75)), effort: 2 });
    case "gif":
      return image.gif();
  }
}
