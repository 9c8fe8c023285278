import charactersData from "./data/characters.json" with { type: "json" };
import type { IsBorder } from "./glossary.ts";
import { hanRunEnd } from "./han.ts";
import { lexicon } from "./lexicon.ts";
import { readRows } from "./phrase-table.ts";
import { segment } from "./segment.ts";
import { toSimplified } from "./to-simplified.ts";

/** The word that covers an offset. */
export type WordAt = (offset: number) => { start: number; end: number };

/** A text as Simplified reads it, unit for unit, and its words. */
export type Reading = { text: string; wordAt: WordAt };

let traditional: Uint8Array | null = null;

/** Units that Simplified changes; 著 and 乾, which it also keeps, wait for a clearer one. */
function traditionalUnits(): Uint8Array {
  const rows = readRows(charactersData.standardToSimplified);
  const units = new Uint8Array(65_536);
  for (const [from, to] of rows)
    if (from !== to && from.length === 1 && !"著乾".includes(from)) units[from.charCodeAt(0)] = 1;
  return units;
}

function hasTraditional(text: string): boolean {
  const units = (traditional ??= traditionalUnits());
  for (let at = 0; at < text.length; at++) if (units[text.charCodeAt(at)] === 1) return true;
  return false;
}

/** Read a text of either script in Simplified; a phrase whose length would change stays as it is. */
export function inSimplified(text: string): string {
  if (!hasTraditional(text)) return text;
  return toSimplified([{ start: 0, end: text.length, text }])
    .map((piece) =>
      piece.text.length === piece.end - piece.start
        ? piece.text
        : text.slice(piece.start, piece.end),
    )
    .join("");
}

function bordersOf(read: string): Uint8Array {
  const borders = new Uint8Array(read.length + 1).fill(1);
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

/** Tell the words of a text in either script apart; the text is read and cut when somebody first asks. */
export function wordsOf(text: string): { isBorder: IsBorder; reading: () => Reading } {
  let read: string | null = null;
  let known: Uint8Array | null = null;
  const simplified = () => (read ??= inSimplified(text));
  const borders = () => (known ??= bordersOf(simplified()));
  return {
    isBorder: (offset) => borders()[offset] === 1,
    reading: () => ({
      text: simplified(),
      wordAt: (offset) => wordsBetween(borders())(offset),
    }),
  };
}
