type Color = { red: number; green: number; blue: number };
type Swatch = {
  _type: "sanity.imagePaletteSwatch";
  background: string;
  foreground: string;
  title: string;
  population: number;
};

type Bucket = Color & { count: number; saturation: number; lightness: number };
type Target = { name: string; lightness: number; saturation: number };

/** The six looks that Sanity's palette names; lightness and saturation from 0 to 1. */
const targets: readonly Target[] = [
  { name: "vibrant", lightness: 0.5, saturation: 1 },
  { name: "lightVibrant", lightness: 0.74, saturation: 1 },
  { name: "darkVibrant", lightness: 0.26, saturation: 1 },
  { name: "muted", lightness: 0.5, saturation: 0.3 },
  { name: "lightMuted", lightness: 0.74, saturation: 0.3 },
  { name: "darkMuted", lightness: 0.26, saturation: 0.3 },
];

/**
 * Describe an image by its main colours, from raw RGBA pixels of a small copy of it.
 *
 * Answers the members of `sanity.imagePalette`; the share of pixels (`population`) is in per cent.
 */
export function describePalette(pixels: Uint8Array) {
  const buckets = countColors(pixels);
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  const entries = targets.map((target): [string, Swatch] => [
    target.name,
    toSwatch(closest(buckets, target), total),
  ]);
  const dominant = toSwatch(buckets[0] ?? emptyBucket, total);
  return { _type: "sanity.imagePalette", ...Object.fromEntries(entries), dominant };
}

const emptyBucket: Bucket = {
  red: 128,
  green: 128,
  blue: 128,
  count: 0,
  saturation: 0,
  lightness: 0.5,
};

/** Group the opaque pixels by the upper four bits of each channel, most frequent group first. */
function countColors(pixels: Uint8Array): Bucket[] {
  const sums = new Map<number, { red: number; green: number; blue: number; count: number }>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha < 128) continue;
    const key = (red >> 4) * 256 + (green >> 4) * 16 + (blue >> 4);
    const sum = sums.get(key) ?? { red: 0, green: 0, blue: 0, count: 0 };
    sum.red += red;
    sum.green += green;
    sum.blue += blue;
    sum.count += 1;
    sums.set(key, sum);
  }
  return [...sums.values()].toSorted((left, right) => right.count - left.count).map(toBucket);
}

function toBucket(sum: Color & { count: number }): Bucket {
  const { count } = sum;
  const mean = { red: sum.red / count, green: sum.green / count, blue: sum.blue / count };
  return { ...mean, count, ...hsl(mean) };
}

function closest(buckets: readonly Bucket[], { lightness, saturation }: Target): Bucket {
  const most = buckets[0]?.count ?? 1;
  const score = (bucket: Bucket) =>
    3 * (1 - Math.abs(bucket.saturation - saturation)) +
    6 * (1 - Math.abs(bucket.lightness - lightness)) +
    bucket.count / most;
  let best = buckets[0] ?? emptyBucket;
  for (const bucket of buckets) if (score(bucket) > score(best)) best = bucket;
  return best;
}

function toSwatch(bucket: Bucket, total: number): Swatch {
  const text = luminance(bucket) > 0.179 ? "#000" : "#fff";
  const share = total === 0 ? 0 : Math.round((10_000 * bucket.count) / total) / 100;
  return {
    _type: "sanity.imagePaletteSwatch",
    background: hex(bucket),
    foreground: text,
    title: text,
    population: share,
  };
}

function hsl({ red, green, blue }: Color): { saturation: number; lightness: number } {
  const [high, low] = [Math.max(red, green, blue) / 255, Math.min(red, green, blue) / 255];
  const lightness = (high + low) / 2;
  const spread = 1 - Math.abs(2 * lightness - 1);
  return { lightness, saturation: spread === 0 ? 0 : (high - low) / spread };
}

/** Relative luminance of WCAG 2; 0.179 is where black and white text contrast equally. */
function luminance({ red, green, blue }: Color): number {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function hex({ red, green, blue }: Color): string {
  return `#${[red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
