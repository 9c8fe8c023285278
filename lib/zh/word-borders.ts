import type { IsBorder } from "./glossary.ts";
import { hanRunEnd } from "./han.ts";
import { lexicon } from "./lexicon.ts";
import { joinPieces } from "./pieces.ts";
import { segment } from "./segment.ts";
import { toSimplified } from "./to-simplified.ts";

/** The word that covers an offset. */
export type WordAt = (offset: number) => { start: number; end: number };

function bordersOf(text: string): Uint8Array {
  const simplified = joinPieces(toSimplified([{ start: 0, end: text.length, text }]));
  const read = simplified.length === text.length ? simplified : text;
  const borders = new Uint8Array(text.length + 1).fill(1);
  for (let at = 0; at < read.length;) {
    const stop = hanRunEnd(read, at, read.length);
    if (stop > at) {
      borders.fill(0, at + 1, stop);
      for (const end of segment(read, at, stop, lexicon()).ends) borders[end] = 1;
    }
    at = Math.max(stop, at + 1);
  }
  return borders;
}

/** The words between borders that are known already. */
export function wordsBetween(borders: Uint8Array): WordAt {
  return (offset) => {
    let start = offset;
    let end = offset + 1;
    while (start > 0 && borders[start] === 0) start--;
    while (borders[end] === 0) end++;
    return { start, end };
  };
}

/** Tell the words of a text in either script apart; the text is cut when somebody first asks. */
export function wordsOf(text: string): { isBorder: IsBorder; wordAt: WordAt } {
  let known: Uint8Array | null = null;
  const borders = () => (known ??= bordersOf(text));
  return {
    isBorder: (offset) => borders()[offset] === 1,
    wordAt: (offset) => wordsBetween(borders())(offset),
  };
}
