import { z } from "zod";

import { HttpError } from "#lake/errors.ts";

/** The longest side of a picture we make. */
export const longestSide = 8192;

const side = z.coerce.number().min(1).max(longestSide).transform(Math.round);
const share = z.coerce.number().min(0).max(1);
const whole = (low: number, high: number) => z.coerce.number().int().min(low).max(high);

const hexColor = z
  .string()
  .regex(/^#?(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i, "a colour such as ff8800")
  .transform((text) => normalizeColor(text.replace("#", "").toLowerCase()));

const rect = z
  .string()
  .regex(/^\d{1,6},\d{1,6},\d{1,6},\d{1,6}$/, "left,top,width,height in pixels")
  .transform((text) => {
    const [left = 0, top = 0, width = 0, height = 0] = text.split(",").map(Number);
    return { left, top, width, height };
  })
  .refine(({ width, height }) => width > 0 && height > 0, "width and height above 0");

const parametersSchema = z.object({
  w: side.optional(),
  h: side.optional(),
  "max-w": side.optional(),
  "max-h": side.optional(),
  "min-w": side.optional(),
  "min-h": side.optional(),
  dpr: z.coerce.number().min(0.5).max(5).optional(),
  fit: z.enum(["clip", "crop", "fill", "fillmax", "max", "scale", "min"]).optional(),
  crop: z.enum(["top", "bottom", "left", "right", "center", "focalpoint", "entropy"]).optional(),
  "fp-x": share.optional(),
  "fp-y": share.optional(),
  rect: rect.optional(),
  or: z.enum(["0", "90", "180", "270"]).transform(Number).optional(),
  flip: z.enum(["h", "v", "hv", "vh"]).optional(),
  bg: hexColor.optional(),
  blur: whole(1, 2000).optional(),
  sharp: whole(0, 100).optional(),
  sharpen: whole(0, 100).optional(),
  sat: whole(-100, 100).optional(),
  invert: z.enum(["true", "false"]).optional(),
  pad: whole(0, 2000).optional(),
  q: whole(0, 100).optional(),
  fm: z.enum(["jpg", "pjpg", "png", "webp", "avif", "gif"]).optional(),
  auto: z.enum(["format"]).optional(),
  frame: z.literal("1").optional(),
});

/** The parameters of Sanity's image URLs that change the picture; `dl` only changes how it is saved. */
export type ImageParameters = z.infer<typeof parametersSchema>;

/**
 * Read what a picture's address asks for. Unknown parameters are ignored, as on Sanity's side, so they
 * make no new picture either.
 *
 * @throws {HttpError} 400 that names the parameter.
 */
export function parseImageParameters(query: Record<string, string>): ImageParameters {
  const parsed = parametersSchema.safeParse(query);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.path.join(".") ?? "";
  throw new HttpError(
    400,
    "badRequestError",
    `The image parameter "${name}" does not fit: ${issue?.message}`,
  );
}

/** Whether the stored bytes answer the address as they are. */
export function isUnchanged(parameters: ImageParameters): boolean {
  return Object.values(parameters).every((value) => value === undefined);
}

function normalizeColor(hex: string): string {
  return hex.length > 4 ? hex : [...hex].map((digit) => digit + digit).join("");
}
