/**
 * Draw every picture of demo/assets anew: `node scripts/demo/make-images.ts [NAME…]`.
 *
 * Needs the Noto Sans CJK font for the few pictures that hold words.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import sharp from "sharp";

import { pictures } from "./pictures.ts";

const assets = join(import.meta.dirname, "../../demo/assets");

async function encode(svg: string, format: string): Promise<Buffer> {
  const drawing = sharp(Buffer.from(svg));
  if (format === "png") return drawing.png({ palette: true, compressionLevel: 9 }).toBuffer();
  if (format === "jpg") return drawing.jpeg({ quality: 86, mozjpeg: true }).toBuffer();
  return drawing.webp({ quality: 86, effort: 6 }).toBuffer();
}

const wanted = process.argv.slice(2);

const isWanted = (name: string) =>
  wanted.length === 0 || wanted.some((part) => name.includes(part));

async function make(name: string, draw: () => string | Promise<string>): Promise<void> {
  const bytes = await encode(await draw(), name.split(".").at(-1) ?? "webp");
  await writeFile(join(assets, name), bytes);
  console.log(`${name} ${Math.round(bytes.length / 1024)} KB`);
}

await Promise.all(
  Object.entries(pictures)
    .filter(([name]) => isWanted(name))
    .map(([name, draw]) => make(name, draw)),
);
