import { decider } from "./decide.ts";
import { detectScript } from "./detect.ts";
import { gapsBetween } from "./fixed-ranges.ts";
import type { GlossaryTerm, Override } from "./glossary.ts";
import { joinPieces, type Piece } from "./pieces.ts";
import { convertPortableText, proseOf } from "./portable-text.ts";
import { rewriteWords } from "./regional-words.ts";
import { tableFrom, tablesTo, type Vocabulary } from "./regional.ts";
import { repair } from "./repair.ts";
import { rewrite } from "./rewrite.ts";
import { toSimplified } from "./to-simplified.ts";
import { toTraditional } from "./to-traditional.ts";
import type { Variant } from "./variants.ts";
import { type Reading, type Words, wordsOf } from "./word-borders.ts";

export type ConverterOptions = {
  from: Variant | "auto";
  to: Variant;
  glossary?: readonly GlossaryTerm[];
  overrides?: readonly Override[];
  /** How far words follow a region; `curated` for zh-Hant-TW and `none` elsewhere unless said. */
  vocabulary?: Vocabulary;
  /** Whether Simplified characters left over in Traditional text are mended; they are unless this is false. */
  mend?: boolean;
};

export type Converter = {
  /** Convert a plain text. */
  convertText(text: string): string;
  /** Convert a Portable Text value, or a block of one; answers the same shape. */
  convertPortableText<T>(value: T): T;
  /** Convert a text and say which stretch of it each part of the answer came from. */
  pieces(text: string): Piece[];
};

type Stretch = { start: number; end: number };
type Step = (text: string, stretch: Stretch, known: Words) => Piece[];

type Tables = ReturnType<typeof tablesTo>;

function throughTables(
  pieces: Piece[],
  { words, characters }: Tables,
  reading: () => Reading,
): Piece[] {
  return rewrite(words ? rewriteWords(pieces, words, reading()) : pieces, characters);
}

function unchanged(text: string, { start, end }: Stretch): Piece[] {
  return [{ start, end, text: text.slice(start, end) }];
}

/** The built-in conversion of a stretch that no term covers. */
function builtIn(from: Variant, { to, vocabulary, mend = true }: ConverterOptions): Step {
  const after = tablesTo(to, vocabulary ?? (to === "zh-Hant" ? "none" : "curated"));
  if (from === "zh-Hans") {
    if (to === from) return unchanged;
    if (!after.words)
      return (text, { start, end }) => rewrite(toTraditional(text, start, end), after.characters);
    return (text, { start, end }, known) => {
      const { reading, borders } = known.readingAlong();
      borders[start] = 1;
      return throughTables(toTraditional(text, start, end, borders), after, () => reading);
    };
  }
  const before = tableFrom(from, vocabulary ?? (from === "zh-Hant-TW" ? "curated" : "none"));
  if (to === "zh-Hans")
    return (text, stretch) => toSimplified(rewrite(unchanged(text, stretch), before));
  return (text, stretch, known) => {
    const mended = mend ? repair(text, stretch) : unchanged(text, stretch);
    return throughTables(rewrite(mended, before), after, known.reading);
  };
}

/**
 * Make a converter from one written form to another.
 *
 * In order of say: ranges that the caller fixes, addresses and code, the article's overrides, the site's glossary (longest
 * match), quotation marks, the built-in rules. The tables are shared, so a converter costs little after the first.
 */
export function createConverter(options: ConverterOptions): Converter {
  const { from, to } = options;
  const decide = decider(options);
  const steps = new Map<Variant, Step>();
  const sourceOf = (text: string): Variant => (from === "auto" ? detectScript(text) : from);

  function stepFrom(source: Variant): Step {
    const step = steps.get(source) ?? builtIn(source, options);
    steps.set(source, step);
    return step;
  }

  function piecesFrom(source: Variant, text: string, fixed: readonly Piece[]): Piece[] {
    const known = wordsOf(text);
    const ranges = decide(text, fixed, known.isBorder);
    const step = stepFrom(source);
    const converted = gapsBetween(ranges, text.length).flatMap((gap) => step(text, gap, known));
    return ranges.length === 0
      ? converted
      : [...ranges, ...converted].toSorted((a, b) => a.start - b.start);
  }

  const pieces = (text: string): Piece[] => piecesFrom(sourceOf(text), text, []);
  return {
    pieces,
    convertText: (text) => joinPieces(pieces(text)),
    convertPortableText: (value) => {
      const source = from === "auto" ? detectScript(proseOf(value)) : from;
      return convertPortableText(value, {
        pieces: (text, fixed) => piecesFrom(source, text, fixed),
        to,
      });
    },
  };
}
