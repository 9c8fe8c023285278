import type { Piece } from "./pieces.ts";
import type { Script } from "./variants.ts";

const marks: Record<Script, { open: readonly [string, string]; close: readonly [string, string] }> =
  {
    "zh-Hans": { open: ["“", "‘"], close: ["”", "’"] },
    "zh-Hant": { open: ["「", "『"], close: ["」", "』"] },
  };

const opening = "“‘「『";
const quotes = /[“”‘’「」『』]/gu;
const anyQuote = /[“”‘’「」『』]/u;
const isLatin = /[\p{Script=Latin}\p{N}]/u;
const hasHan = /\p{Script=Han}/u;

/** ’ within or after a Latin word is an apostrophe. */
function isApostrophe(text: string, at: number, depth: number): boolean {
  if (text.charAt(at) !== "’") return false;
  return isLatin.test(text.charAt(at - 1)) && (isLatin.test(text.charAt(at + 1)) || depth === 0);
}

/** “ and 「 open the same kind, and so do ‘ and 『. */
const kindOf = (mark: string): number => ("“”「」".includes(mark) ? 0 : 1);

/**
 * Find the quotation marks of a text and the marks that the script wants: “ ‘ ’ ” in Simplified, 「 『 』 」 in Traditional.
 *
 * The outermost pair gets the first kind and each pair within it the other, whatever the source used where. Text without a
 * Han character keeps its marks.
 */
export function quoteRanges(text: string, script: Script): Piece[] {
  if (!anyQuote.test(text) || !hasHan.test(text)) return [];
  const { open, close } = marks[script];
  const ranges: Piece[] = [];
  const openKinds: number[] = [];
  for (const { 0: mark, index: start } of text.matchAll(quotes)) {
    const opens = opening.includes(mark);
    if (!opens && isApostrophe(text, start, openKinds.length)) continue;
    // A mark of the kind that is open already starts afresh: the one before was never closed.
    if (!opens || openKinds.at(-1) === kindOf(mark)) openKinds.pop();
    const level = openKinds.length % 2 === 0 ? 0 : 1;
    ranges.push({ start, end: start + 1, text: opens ? open[level] : close[level] });
    if (opens) openKinds.push(kindOf(mark));
  }
  return ranges;
}
