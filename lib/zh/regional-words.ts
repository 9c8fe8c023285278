import type { Match, PhraseTable } from "./phrase-table.ts";
import { type Piece, PieceList } from "./pieces.ts";
import { rewriteText } from "./rewrite.ts";
import type { Reading } from "./word-borders.ts";

/**
 * A region's words, and what decides about one at its place; null leaves it alone.
 *
 * They are looked up in the source as Simplified reads it, where each has one spelling, or in the standard Traditional it became.
 */
export type RegionalWords = {
  table: PhraseTable;
  spelling: "simplified" | "standard";
  formAt(text: string, word: { start: number; end: number; form: string }): string | null;
};

const place = /[内里中外旁]/u;
const latin = /[A-Za-z0-9]/u;

/** Whether a stretch covers several words and begins or ends amid one: 内存 in 境内|存款. */
function straddles({ wordAt, text }: Reading, start: number, end: number): boolean {
  const [first, last] = [wordAt(start), wordAt(end - 1)];
  if (first.start === last.start) return false;
  if (first.start < start) return true;
  // 小区|内 and U盘|里, whatever the cut makes of 区内 and 盘里.
  const isFree = last.end === end + 1 && place.test(text.charAt(end));
  return last.end > end && !isFree && !latin.test(text.charAt(start));
}

type Place = { text: string; at: number; end: number; offset: number };

/** The word at `at` that ends by `end`: the longest that keeps to the borders of words. */
function wordFrom(
  { text, at, end, offset }: Place,
  { table }: RegionalWords,
  reading: Reading,
): Match | null {
  let match = table.longest(text, at, end);
  while (match && straddles(reading, offset + at, offset + at + match.length))
    match = match.length > 1 ? table.longest(text, at, at + match.length - 1) : null;
  return match;
}

function pushWords(piece: Piece, words: RegionalWords, reading: Reading, list: PieceList): void {
  const { start: offset, text } = piece;
  const source = words.spelling === "standard" ? text : reading.text.slice(offset, piece.end);
  let plain = 0;
  const push = (to: number) => {
    if (to > plain) list.push(offset + plain, offset + to, text.slice(plain, to));
  };
  for (let at = 0; at < text.length;) {
    if (!words.table.canStart(source.charCodeAt(at))) {
      at++;
      continue;
    }
    const match = wordFrom({ text: source, at, end: text.length, offset }, words, reading);
    const stop = at + (match?.length ?? 1);
    const word = match && { start: offset + at, end: offset + stop, form: match.form };
    const form = word && words.formAt(reading.text, word);
    if (form !== null) {
      push(at);
      list.push(offset + at, offset + stop, form);
      plain = stop;
    }
    at = stop;
  }
  push(text.length);
}

/**
 * Put a region's words into converted text, but never across a word border: 境内存款 has no 内存.
 *
 * A word within a longer one (软件 in 软件包) does count. In a piece of changed length borders are unknown
 * and not asked for.
 */
export function rewriteWords(
  pieces: readonly Piece[],
  words: RegionalWords,
  reading: Reading,
): Piece[] {
  const list = new PieceList();
  for (const piece of pieces) {
    const { start, end, text } = piece;
    if (text.length === end - start) pushWords(piece, words, reading, list);
    else
      list.push(start, end, words.spelling === "standard" ? rewriteText(text, words.table) : text);
  }
  return list.pieces;
}
