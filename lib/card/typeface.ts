import { readFile } from "node:fs/promises";
import { join } from "node:path";

import * as harfbuzz from "harfbuzzjs";
import { decompress } from "wawoff2";
import { z } from "zod";

/** The outline of a character as an SVG path, y upwards, and how far it moves the pen; in thousandths of an em. */
export type Glyph = { path: string; advance: number };

/** Noto Serif as it is written on the mainland (`sc`) and in Taiwan (`tc`): 骨 is not drawn alike. */
export type Family = "sc" | "tc";

const weight = 700;
const mostFontsOpen = 32;

/** The font comes in about a hundred files of some hundred characters each; this says which file holds which. */
const catalogues = new Map<Family, Promise<ReadonlyMap<number, string>>>();
const open = new Map<string, Promise<harfbuzz.Font>>();

/** Nothing is fetched: the font's files lie in its npm package, from where the site is started. */
function packageOf(family: Family): string {
  return join(process.cwd(), "node_modules/@fontsource-variable", `noto-serif-${family}`);
}

const rangesSchema = z.record(z.string(), z.string());

async function readCatalogue(family: Family): Promise<ReadonlyMap<number, string>> {
  const file = join(packageOf(family), "unicode.json");
  const ranges = rangesSchema.parse(JSON.parse(await readFile(file, "utf8")));
  const files = new Map<number, string>();
  for (const [subset, range] of Object.entries(ranges))
    for (const character of charactersOf(range)) files.set(character, subset.replaceAll(/\W/g, ""));
  return files;
}

/** Read CSS's `unicode-range`: `U+3401,U+4e00-4e0f`. */
function charactersOf(range: string): number[] {
  return range.split(",").flatMap((part) => {
    const [first = 0, last = first] = part
      .trim()
      .replace(/^U\+/i, "")
      .split("-")
      .map((code) => Number.parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}

function catalogueOf(family: Family): Promise<ReadonlyMap<number, string>> {
  const known = catalogues.get(family) ?? readCatalogue(family);
  catalogues.set(family, known);
  return known;
}

async function openFont(family: Family, subset: string): Promise<harfbuzz.Font> {
  const file = join(packageOf(family), `files/noto-serif-${family}-${subset}-wght-normal.woff2`);
  const data = await decompress(await readFile(file));
  const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(data)));
  font.setVariations([new harfbuzz.Variation("wght", weight)]);
  return font;
}

function fontOf(family: Family, subset: string): Promise<harfbuzz.Font> {
  const key = `${family} ${subset}`;
  const font = open.get(key) ?? openFont(family, subset);
  open.delete(key);
  open.set(key, font);
  const [oldest] = open.keys();
  if (open.size > mostFontsOpen && oldest !== undefined) open.delete(oldest);
  return font;
}

async function glyphOf(character: string, family: Family): Promise<Glyph | null> {
  const code = character.codePointAt(0) ?? 0;
  const subset = (await catalogueOf(family)).get(code);
  if (subset === undefined) return null;
  const font = await fontOf(family, subset);
  const glyph = font.nominalGlyph(code);
  if (glyph === undefined) return null;
  return { path: font.glyphToPath(glyph), advance: font.glyphHAdvance(glyph) };
}

/**
 * The glyphs of every character of a text, in the family's own forms.
 *
 * A character that the family lacks is drawn as the other one has it; one that neither has, such as an emoji, is
 * missing in the answer.
 */
export async function glyphsOf(text: string, family: Family): Promise<ReadonlyMap<string, Glyph>> {
  const other = family === "sc" ? "tc" : "sc";
  const found = await Promise.all(
    Array.from(new Set(text), async (character) => {
      const glyph = (await glyphOf(character, family)) ?? (await glyphOf(character, other));
      return glyph === null ? [] : [[character, glyph] as const];
    }),
  );
  return new Map(found.flat());
}
