import { fold } from "@/lib/zh/fold.ts";

import { initialsMatch } from "./initials.ts";

const runs = /[\p{L}\p{N}\p{M}]+/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}]/u;
const parts = new RegExp(`${unspaced.source}|[^${unspaced.source.slice(1, -1)}]+`, "gu");
const longestQuery = 64;
const mostWords = 8;

/** Stands between two runs of letters, so that nothing is found across a comma; no text holds it. */
const border = "\u{E000}";

/**
 * Cut a run of letters into terms, in order: each character of an unspaced script with the one after it, and
 * every other word whole.
 *
 * 5g网络 becomes 5g, 网络, 络; the last is what finds 络 alone, which is looked for as a beginning.
 */
function termsOfRun(run: string): string[] {
  const pieces = run.match(parts) ?? [];
  return pieces.map((piece, at) => {
    const next = pieces[at + 1];
    const isPair = next !== undefined && unspaced.test(piece) && unspaced.test(next);
    return isPair ? piece + next : piece;
  });
}

/** Spell texts as the terms that the index keeps of them; the same words twice are kept once. */
export function indexTerms(texts: readonly string[]): string {
  const keys = new Set(texts.map((text) => fold(text).key));
  return Array.from(keys, (key) =>
    (key.match(runs) ?? []).map((run) => termsOfRun(run).join(" ")).join(` ${border} `),
  ).join(` ${border} `);
}

/** What a visitor looks for: folded words, all of which must be found. */
export type Wanted = { words: string[]; match: string };

/**
 * Read what was typed into a search box; `null` when there is no letter in it.
 *
 * Only the first 64 characters and eight words count. Signs separate words and mean nothing else.
 */
export function readQuery(typed: string): Wanted | null {
  const key = fold(Array.from(typed).slice(0, longestQuery).join("")).key;
  const words = [...new Set(key.match(runs) ?? [])].slice(0, mostWords);
  if (words.length === 0) return null;
  return { words, match: words.map(wanted).join(" AND ") };
}

/** A word as it is written, or as the pinyin initials of a title. */
function wanted(word: string): string {
  const initials = initialsMatch(word);
  return initials === null ? phrase(word) : `(${phrase(word)} OR ${initials})`;
}

/** The terms of a word side by side; a last one that is no pair may go on in the text. */
function phrase(word: string): string {
  const terms = termsOfRun(word);
  const isEndOfPair = unspaced.test(terms.at(-1) ?? "") && unspaced.test(terms.at(-2) ?? "");
  return isEndOfPair ? `"${terms.slice(0, -1).join(" ")}"` : `"${terms.join(" ")}" *`;
}
