import sharp from "sharp";

import { palette } from "@/lib/look";

import { breakLines, clampLines, type Measure } from "./lines.ts";
import { glyphsOf, type Family, type Glyph } from "./typeface.ts";

export type { Family } from "./typeface.ts";

/** In pixels: what links are shown with nearly everywhere, and the square that WeChat crops to. */
export const shapes = {
  wide: { width: 1200, height: 630 },
  square: { width: 630, height: 630 },
} as const;

export type Shape = keyof typeof shapes;

/** What stands on the card of a page, in the reader's script. */
export type Card = {
  title: string;
  /** Whose page it is. */
  name: string;
  /** What goes with the title: a category and a date, or what the company does. */
  note: string;
  family: Family;
};

type Text = { text: string; x: number; y: number; size: number; color: string };

const margin = 72;
const sizes = [88, 76, 66, 58, 50, 44];
const mostLines = 4;
const leading = 1.36;

/** A text as outlines, so that what it looks like depends on no font of the machine; `y` is its baseline. */
function outlines(glyphs: ReadonlyMap<string, Glyph>, { text, x, y, size, color }: Text): string {
  let pen = -indentOf(text);
  const paths = Array.from(text).map((character) => {
    const glyph = glyphs.get(character);
    if (glyph === undefined) return "";
    const at = pen;
    pen += glyph.advance;
    return `<path transform="translate(${at})" d="${glyph.path}"/>`;
  });
  const scale = size / 1000;
  return `<g fill="${color}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths.join("")}</g>`;
}

/** An opening mark fills the right half of its square: at a line's beginning the left half is trimmed. */
function indentOf(text: string): number {
  return /^[（「『《〈【〔〖［｛]/.test(text) ? 500 : 0;
}

function measureWith(glyphs: ReadonlyMap<string, Glyph>, size: number): Measure {
  return (text) => {
    const advances = Array.from(text, (character) => glyphs.get(character)?.advance ?? 0);
    return ((advances.reduce((sum, advance) => sum + advance, 0) - indentOf(text)) * size) / 1000;
  };
}

/** The largest size at which a title fits; the smallest shortens it. */
function fitTitle(
  title: string,
  box: { width: number; height: number },
  glyphs: ReadonlyMap<string, Glyph>,
) {
  for (const size of sizes) {
    const lines = breakLines(title, box.width, measureWith(glyphs, size));
    if (lines.length <= mostLines && lines.length * size * leading <= box.height)
      return { size, lines };
  }
  const size = sizes.at(-1) ?? 44;
  const measure = measureWith(glyphs, size);
  return { size, lines: clampLines(title, { width: box.width, most: mostLines, measure }) };
}

/** A seal with the first character of the name, such as stands under a letter. */
function seal(
  glyphs: ReadonlyMap<string, Glyph>,
  name: string,
  box: { x: number; y: number; size: number },
) {
  const [first = ""] = name;
  const size = box.size * 0.72;
  const width = measureWith(glyphs, size)(first);
  const text = {
    text: first,
    x: box.x + (box.size - width) / 2,
    y: box.y + box.size * 0.5 + size * 0.37,
    size,
    color: palette.onAccent,
  };
  return `<rect x="${box.x}" y="${box.y}" width="${box.size}" height="${box.size}" fill="${palette.accent}"/>${outlines(glyphs, text)}`;
}

/** Lay a card out as SVG: the masthead, the title below a rule, the note at the foot. */
function layOut(card: Card, shape: Shape, glyphs: ReadonlyMap<string, Glyph>): string {
  const { width, height } = shapes[shape];
  const inner = width - 2 * margin;
  const top = 168;
  const foot = height - 72;
  const { size, lines } = fitTitle(
    card.title,
    { width: inner, height: foot - 60 - top - 24 },
    glyphs,
  );
  const middle = (top + foot - 44) / 2;
  const first = middle - (lines.length * size * leading) / 2 + size * 1.05;
  const [name = ""] = clampLines(card.name, {
    width: inner - 88,
    most: 1,
    measure: measureWith(glyphs, 38),
  });
  const [note = ""] = clampLines(card.note, {
    width: inner,
    most: 1,
    measure: measureWith(glyphs, 28),
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    seal(glyphs, card.name, { x: margin, y: 60, size: 64 }),
    outlines(glyphs, { text: name, x: margin + 88, y: 106, size: 38, color: palette.ink }),
    `<rect x="${margin}" y="148" width="${inner}" height="4" fill="${palette.ink}"/>`,
    ...lines.map((text, at) =>
      outlines(glyphs, {
        text,
        x: margin,
        y: first + at * size * leading,
        size,
        color: palette.ink,
      }),
    ),
    `<rect x="${margin}" y="${foot - 50}" width="${inner}" height="1" fill="${palette.rule}"/>`,
    outlines(glyphs, { text: note, x: margin, y: foot, size: 28, color: palette.muted }),
    "</svg>",
  ].join("");
}

/** Only what a card can show: no control characters, no end to the work. */
function tidy(text: string, longest: number): string {
  const shown = text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
  return Array.from(shown).slice(0, longest).join("");
}

/** Draw the picture that stands for a page where its link is shared, as PNG. */
export async function drawCard(card: Card, shape: Shape): Promise<Buffer> {
  const shown = {
    ...card,
    title: tidy(card.title, 160),
    name: tidy(card.name, 40),
    note: tidy(card.note, 60),
  };
  const glyphs = await glyphsOf(`${shown.title}${shown.name}${shown.note}…`, card.family);
  const drawable = (text: string) =>
    Array.from(text, (character) => (glyphs.has(character) ? character : ""))
      .join("")
      .trim();
  const { title, name, note } = shown;
  const written = { ...card, title: drawable(title), name: drawable(name), note: drawable(note) };
  const svg = layOut(written, shape, glyphs);
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64 }).toBuffer();
}

/** Draw the seal alone, `size` pixels each way: the icon of a site that has no logo. */
export async function drawSeal(name: string, family: Family, size: number): Promise<Buffer> {
  const [first = ""] = name.trim();
  const glyphs = await glyphsOf(first, family);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${seal(glyphs, first, { x: 0, y: 0, size })}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
