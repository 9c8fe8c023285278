import { type ImageParameters, longestSide } from "#lake/assets/image-parameters.ts";

type Size = { width: number; height: number };
type Area = Size & { left: number; top: number };

/** The picture's new size and how it meets it; `pad` draws borders in the background colour up to `canvas`. */
export type Resize = { size: Size; canvas: Size; fill: "stretch" | "crop" | "pad" };

/**
 * The size a picture gets by `w`, `h`, `dpr`, `fit` and the limits; null when it keeps its own.
 *
 * `clip` and `scale` may enlarge; `max`, `fillmax` and `min` never do.
 */
export function planResize(source: Size, parameters: ImageParameters): Resize | null {
  const box = askedBox(parameters);
  if (!box) return limitOnly(source, parameters);
  const { fit = "clip" } = parameters;
  const whole = complete(source, box);
  switch (fit) {
    case "clip":
    case "max":
      return plan("stretch", inside(source, box, fit === "clip"));
    case "scale":
      return plan("stretch", whole);
    case "crop":
      return plan("crop", whole);
    case "min":
      return plan("crop", notAbove(whole, source));
    case "fill":
    case "fillmax":
      return plan("pad", inside(source, whole, fit === "fill"), whole);
  }
}

function plan(fill: Resize["fill"], size: Size, canvas: Size = size): Resize {
  return { fill, size, canvas };
}

/** The part of the picture that `rect` asks for, kept within the picture. */
export function planRect(source: Size, rect: Area): Area {
  const left = Math.min(rect.left, source.width - 1);
  const top = Math.min(rect.top, source.height - 1);
  return {
    left,
    top,
    width: Math.min(rect.width, source.width - left),
    height: Math.min(rect.height, source.height - top),
  };
}

/** The largest part of the picture with the box's shape, as near as can be to the focal point. */
export function planFocalCrop(source: Size, box: Size, focus: { x: number; y: number }): Area {
  const scale = Math.min(source.width / box.width, source.height / box.height);
  const width = Math.max(1, Math.min(source.width, Math.round(box.width * scale)));
  const height = Math.max(1, Math.min(source.height, Math.round(box.height * scale)));
  return {
    left: clamp(Math.round(focus.x * source.width - width / 2), 0, source.width - width),
    top: clamp(Math.round(focus.y * source.height - height / 2), 0, source.height - height),
    width,
    height,
  };
}

type Box = { width: number | undefined; height: number | undefined };

function askedBox(parameters: ImageParameters): Box | null {
  const ratio = parameters.dpr ?? 1;
  const width = limited(parameters.w, parameters["min-w"], parameters["max-w"]);
  const height = limited(parameters.h, parameters["min-h"], parameters["max-h"]);
  if (width === undefined && height === undefined) return null;
  return { width: scaled(width, ratio), height: scaled(height, ratio) };
}

function limitOnly(source: Size, parameters: ImageParameters): Resize | null {
  const most = { width: parameters["max-w"], height: parameters["max-h"] };
  if (most.width === undefined && most.height === undefined) return null;
  return plan("stretch", inside(source, most, false));
}

function inside(source: Size, box: Box, upscale: boolean): Size {
  const scale = Math.min(
    (box.width ?? Infinity) / source.width,
    (box.height ?? Infinity) / source.height,
    upscale ? Infinity : 1,
  );
  return atLeastOne({ width: source.width * scale, height: source.height * scale });
}

/** A side that was not asked for follows from the picture's shape. */
function complete(source: Size, { width, height }: Box): Size {
  const shape = source.width / source.height;
  return atLeastOne({
    width: width ?? (height ?? source.height) * shape,
    height: height ?? (width ?? source.width) / shape,
  });
}

/** Keep a box's shape and make it small enough for the source. */
function notAbove(box: Size, source: Size): Size {
  const scale = Math.min(1, source.width / box.width, source.height / box.height);
  return atLeastOne({ width: box.width * scale, height: box.height * scale });
}

function limited(side: number | undefined, low = 1, high = longestSide): number | undefined {
  return side === undefined ? undefined : clamp(side, Math.min(low, high), high);
}

function scaled(side: number | undefined, ratio: number): number | undefined {
  return side === undefined ? undefined : Math.min(longestSide, side * ratio);
}

function atLeastOne({ width, height }: Size): Size {
  return {
    width: clamp(Math.round(width), 1, longestSide),
    height: clamp(Math.round(height), 1, longestSide),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
