import readExif from "exif-reader";
import { z } from "zod";

const degreesSchema = z.tuple([z.number(), z.number(), z.number()]);
const placeSchema = z.object({
  GPSLatitude: degreesSchema,
  GPSLatitudeRef: z.enum(["N", "S"]),
  GPSLongitude: degreesSchema,
  GPSLongitudeRef: z.enum(["E", "W"]),
  GPSAltitude: z.number().optional(),
  GPSAltitudeRef: z
    .union([z.number(), z.instanceof(Uint8Array).transform((bytes) => bytes[0] ?? 0)])
    .optional(),
});

const mostCharacters = 500;
const mostNumbers = 16;

type Tags = Record<string, string | number | number[]>;

/** What a camera wrote into a picture, as far as somebody asks for it. */
export type CameraData = {
  exif: Tags;
  image: Tags;
  location: { _type: "geopoint"; lat: number; lng: number; alt?: number } | null;
};

/** Read a picture's Exif block; null when there is none that can be read. Bytes and long texts are left out. */
export function readCameraData(block: Buffer | undefined): CameraData | null {
  if (!block) return null;
  try {
    const { Photo, Image, GPSInfo } = readExif(block);
    return { exif: keepPlain(Photo), image: keepPlain(Image), location: readPlace(GPSInfo) };
  } catch {
    // A camera's mistake is no reason to refuse the picture.
    return null;
  }
}

function keepPlain(tags: Record<string, unknown> | undefined): Tags {
  return Object.fromEntries(
    Object.entries(tags ?? {}).flatMap(([name, value]) => {
      const plain = toPlain(value);
      return plain === null ? [] : [[name, plain]];
    }),
  );
}

function toPlain(value: unknown): string | number | number[] | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value === "string") return value.length <= mostCharacters ? value : null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  const numbers = z.array(z.number()).max(mostNumbers).safeParse(value);
  return numbers.success ? numbers.data : null;
}

function readPlace(tags: unknown): CameraData["location"] {
  const place = placeSchema.safeParse(tags);
  if (!place.success) return null;
  const {
    GPSLatitude,
    GPSLatitudeRef,
    GPSLongitude,
    GPSLongitudeRef,
    GPSAltitude,
    GPSAltitudeRef,
  } = place.data;
  const sign = GPSAltitudeRef === 1 ? -1 : 1;
  return {
    _type: "geopoint",
    lat: toDegrees(GPSLatitude) * (GPSLatitudeRef === "S" ? -1 : 1),
    lng: toDegrees(GPSLongitude) * (GPSLongitudeRef === "W" ? -1 : 1),
    ...(GPSAltitude === undefined ? {} : { alt: sign * GPSAltitude }),
  };
}

function toDegrees([degrees, minutes, seconds]: z.infer<typeof degreesSchema>): number {
  return degrees + minutes / 60 + seconds / 3600;
}
