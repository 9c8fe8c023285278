import { z } from "zod";

import { maybe, maybeText, membersOf } from "@/lib/content/lenient";
import { env } from "@/lib/env";
import { videoIdIn, videoProviders } from "@/lib/video-id";

const imageReference = /^image-([A-Za-z0-9]+)-(\d+)x(\d+)-([a-z0-9]+)$/;
const fileReference = /^file-([A-Za-z0-9]+)-([a-z0-9]+)$/;

const assetSchema = z.object({ _ref: z.string() });

const cropSchema = z.object({
  top: z.number(),
  bottom: z.number(),
  left: z.number(),
  right: z.number(),
});

const hotspotSchema = z.object({ x: z.number(), y: z.number() });

/** Where an asset is served: always a path of this site, whoever stores the bytes. */
function assetPath(kind: "images" | "files", name: string): string {
  const { projectId, dataset } = env().cms;
  return `/api/lake/${kind}/${projectId}/${dataset}/${name}`;
}

function cropOf(crop: z.infer<typeof cropSchema> | null, width: number, height: number) {
  if (crop === null) return { rect: null, width, height };
  const left = Math.round(crop.left * width);
  const top = Math.round(crop.top * height);
  const across = Math.max(1, Math.round(width * (1 - crop.left - crop.right)));
  const down = Math.max(1, Math.round(height * (1 - crop.top - crop.bottom)));
  return { rect: `${left},${top},${across},${down}`, width: across, height: down };
}

/** A picture ready to show; a reference that names no image is malformed. */
export const pictureSchema = z
  .object({
    asset: assetSchema,
    alt: maybeText,
    credit: maybeText,
    caption: maybeText,
    crop: maybe(cropSchema),
    hotspot: maybe(hotspotSchema),
    lqip: maybeText,
  })
  .transform((raw, context) => {
    const [, hash, width, height, extension] = imageReference.exec(raw.asset._ref) ?? [];
    if (hash === undefined) {
      context.addIssue({ code: "custom", message: `"${raw.asset._ref}" names no image` });
      return z.NEVER;
    }
    return {
      path: assetPath("images", `${hash}-${width}x${height}.${extension}`),
      isVector: extension === "svg",
      ...cropOf(raw.crop, Number(width), Number(height)),
      focus: raw.hotspot === null ? null : { x: raw.hotspot.x, y: raw.hotspot.y },
      alt: raw.alt ?? "",
      credit: raw.credit,
      caption: raw.caption,
      lqip: raw.lqip?.startsWith("data:image/") ? raw.lqip : null,
    };
  });

export type Picture = z.infer<typeof pictureSchema>;

export const fileSchema = z
  .object({
    asset: assetSchema,
    name: maybeText,
    size: maybe(z.number()),
  })
  .transform((raw, context) => {
    const [, hash, extension] = fileReference.exec(raw.asset._ref) ?? [];
    if (hash === undefined || extension === undefined) {
      context.addIssue({ code: "custom", message: `"${raw.asset._ref}" names no file` });
      return z.NEVER;
    }
    return {
      path: assetPath("files", `${hash}.${extension}`),
      extension,
      name: raw.name,
      size: raw.size,
    };
  });

export type StoredFile = z.infer<typeof fileSchema>;

const captionSchema = z.object({ locale: z.string(), file: fileSchema });

export const videoSchema = z
  .object({
    file: maybe(fileSchema),
    provider: maybe(z.enum(videoProviders)),
    providerId: maybeText,
    poster: maybe(pictureSchema),
    captions: membersOf(captionSchema, "caption track"),
    transcript: maybeText,
    duration: maybe(z.number().positive()),
  })
  .transform((raw, context) => {
    const { file, provider, providerId, ...rest } = raw;
    if (file !== null) return { ...rest, source: { kind: "file" as const, file } };
    const id = provider && providerId && videoIdIn(providerId, provider);
    if (provider && id) return { ...rest, source: { kind: "provider" as const, provider, id } };
    context.addIssue({ code: "custom", message: "neither a file nor a provider's id" });
    return z.NEVER;
  });

export type Video = z.infer<typeof videoSchema>;
