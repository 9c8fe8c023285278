import { fold } from "@/lib/zh/fold.ts";

/** A part of a text, and whether it is what was looked for. */
export type Piece = { text: string; isHit: boolean };

type Range = { from: number; to: number };

const spacedLetter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

/** Where folded words stand in a text, in order and without overlap. */
function rangesOf(text: string, words: readonly string[]): Range[] {
  const { key, offsets } = fold(text);
  const found = words.flatMap((word) =>
    occurrences(key, word).map((at) => ({
      from: offsets[at] ?? 0,
      to: offsets[at + word.length] ?? text.length,
    })),
  );
  return found.toSorted((a, b) => a.from - b.from || b.to - a.to).reduce(joinTouching, []);
}

/** A Latin word is found from its beginning on, as the index finds it. */
function occurrences(key: string, word: string): number[] {
  const isSpaced = spacedLetter.test(Array.from(word)[0] ?? "");
  const places: number[] = [];
  for (let at = key.indexOf(word); at !== -1; at = key.indexOf(word, at + word.length))
    if (!isSpaced || !spacedLetter.test(key.charAt(at - 1))) places.push(at);
  return places;
}

function joinTouching(ranges: Range[], range: Range): Range[] {
  const last = ranges.at(-1);
  if (last === undefined || range.from > last.to) ranges.push(range);
  else last.to = Math.max(last.to, range.to);
  return ranges;
}

/** Split a text, in the script it is shown in, into what was looked for and the rest. */
export function highlight(text: string, words: readonly string[]): Piece[] {
  return cut(text, rangesOf(text, words)).filter((piece) => piece.text !== "");
}

function cut(text: string, ranges: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of ranges) {
    pieces.push({ text: text.slice(at, from), isHit: false });
    pieces.push({ text: text.slice(from, to), isHit: true });
    at = to;
  }
  return [...pieces, { text: text.slice(at), isHit: false }];
}

const longestSnippet = 96;
const before = 24;

/** Show the words where they stand: in the first of the texts that has one, else the beginning of the first. */
export function snippet(texts: readonly (string | null)[], words: readonly string[]): Piece[] {
  const given = texts.flatMap((text) => text?.replaceAll(/\s+/g, " ").trim() || []);
  for (const text of given) {
    const first = rangesOf(text, words)[0];
    if (first !== undefined) return highlight(windowOf(text, first.from), words);
  }
  return highlight(windowOf(given[0] ?? "", 0), words);
}

function windowOf(text: string, around: number): string {
  if (text.length <= longestSnippet) return text;
  const latest = text.length - longestSnippet;
  const from = wholeCharacter(text, Math.max(0, Math.min(around - before, latest)));
  const to = wholeCharacter(text, from + longestSnippet);
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}

function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
