import { z } from "zod";

import { createConverter, type Converter } from "@/lib/zh/converter";
import { splitPieces } from "@/lib/zh/pieces";
import { type Flag, review, type ReviewOptions } from "@/lib/zh/review";
import { variants } from "@/lib/zh/variants";

const variantSchema = z.enum(variants);

const optionsSchema = z.object({
  from: variantSchema,
  to: variantSchema,
  glossary: z.array(
    z.object({
      forms: z.partialRecord(variantSchema, z.string()),
      match: z.enum(["always", "word"]),
    }),
  ),
  overrides: z.array(
    z.object({ from: z.string(), to: z.string(), locale: variantSchema.exactOptional() }),
  ),
});

export const requestSchema = optionsSchema.extend({
  id: z.number(),
  lines: z.array(z.object({ key: z.string(), text: z.string(), block: z.unknown().optional() })),
});

export const textsSchema = z.object({
  title: z.string(),
  excerpt: z.string(),
  body: z.array(z.unknown()),
});

/** A whole article, to be written on by hand. */
export const articleRequestSchema = optionsSchema.extend({ article: textsSchema });

/** A word of the original and how it reads in the other script. */
const tokenSchema = z.object({
  source: z.string(),
  target: z.string(),
  /** What else it could be; none when the conversion is certain. */
  alternatives: z.array(z.string()),
});

export const answerSchema = z.object({
  id: z.number(),
  lines: z.array(z.object({ key: z.string(), tokens: z.array(tokenSchema) })),
});

export type ArticleRequest = z.infer<typeof articleRequestSchema>;
export type ArticleTexts = z.infer<typeof textsSchema>;
export type ConversionRequest = z.infer<typeof requestSchema>;
export type ConversionAnswer = z.infer<typeof answerSchema>;
export type Token = z.infer<typeof tokenSchema>;

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Convert lines word by word, so that the preview can be clicked; what is in doubt is a word of its own. */
export function convertLines(request: ConversionRequest): ConversionAnswer {
  const { id, lines, ...options } = request;
  const { glossary, overrides, from, to } = options;
  const tools = { converter: createConverter({ from, to, glossary, overrides }), options };
  return {
    id,
    lines: lines.map(({ key, text, block }) => ({ key, tokens: tokensOf(tools, text, block) })),
  };
}

/** Convert an article as the site would, with its links, pictures and marks as they are. */
export function convertArticle({ article, ...options }: ArticleRequest): ArticleTexts {
  const converter = createConverter(options);
  return {
    title: converter.convertText(article.title),
    excerpt: converter.convertText(article.excerpt),
    body: converter.convertPortableText(article.body),
  };
}

type Tools = { converter: Converter; options: ReviewOptions };

function tokensOf({ converter, options }: Tools, text: string, block: unknown): Token[] {
  const flags = review(text, options);
  const borders = bordersOf(text, flags);
  const targets = splitPieces(converter.pieces(text), borders);
  const shown = block === undefined ? null : textOf(converter.convertPortableText(block));
  if (shown !== null && shown !== targets.join(""))
    return [{ source: text, target: shown, alternatives: [] }];
  return targets.map((target, at) => ({
    source: text.slice(borders[at], borders[at + 1]),
    target,
    alternatives: flags.find(({ start }) => start === borders[at])?.alternatives ?? [],
  }));
}

/** Where words begin, and the end of the text; a flagged stretch is not cut. */
function bordersOf(text: string, flags: readonly Flag[]): number[] {
  const starts = Array.from(words.segment(text), ({ index }) => index);
  const outside = starts.filter((at) => !flags.some(({ start, end }) => start < at && at < end));
  const borders = new Set([
    0,
    text.length,
    ...outside,
    ...flags.flatMap(({ start, end }) => [start, end]),
  ]);
  return [...borders].toSorted((a, b) => a - b);
}

const spansSchema = z.looseObject({
  children: z.array(z.looseObject({ text: z.string().catch("") })).catch([]),
});

const textOf = (block: unknown): string =>
  spansSchema
    .parse(block)
    .children.map(({ text }) => text)
    .join("");
