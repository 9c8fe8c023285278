import { simplifiedCharacters } from "./characters.ts";
import type { IsBorder } from "./glossary.ts";
import { hanRunEnd, isSurrogate } from "./han.ts";
import { lexicon } from "./lexicon.ts";
import { segment } from "./segment.ts";
import { toSimplified } from "./to-simplified.ts";

/** The word that covers an offset. */
type WordAt = (offset: number) => { start: number; end: number };

/** A text as Simplified reads it, unit for unit, and its words. */
export type Reading = { text: string; wordAt: WordAt };

/** What is known of a text's words; each part is worked out when somebody first asks, and once. */
export type Words = {
  isBorder: IsBorder;
  reading(): Reading;
  /** The reading of a conversion that notes where words end while it goes. */
  readingAlong(): { reading: Reading; borders: Uint8Array };
};

/** Whether Simplified changes a character; 著 and 乾, which it also keeps, wait for a clearer one. */
function hasTraditional(text: string): boolean {
  const { units } = simplifiedCharacters();
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (units[unit] !== unit && !isSurrogate(unit) && !"著乾".includes(text.charAt(at)))
      return true;
  }
  return false;
}

/** Read a text of either script in Simplified; a phrase whose length would change stays as it is. */
function inSimplified(text: string): string {
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
function wordsBetween(borders: Uint8Array): WordAt {
  return (offset) => {
    let start = offset;
    let end = offset + 1;
    while (start > 0 && borders[start] === 0) start--;
    while (borders[end] === 0) end++;
    return { start, end };
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Tell the words of a text in either script apart. */
export function wordsOf(text: string): Words {
  const simplified = once(() => inSimplified(text));
  const borders = once(() => bordersOf(simplified()));
  return {
    isBorder: (offset) => borders()[offset] === 1,
    reading: once(() => ({
      text: simplified(),
      wordAt: (offset) => wordsBetween(borders())(offset),
    })),
    readingAlong: once(() => {
      const noted = new Uint8Array(text.length + 1);
      return { reading: { text: simplified(), wordAt: wordsBetween(noted) }, borders: noted };
    }),
  };
}
