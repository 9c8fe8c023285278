import type { Piece } from "./pieces.ts";

const triggers = /[@#＃`]|\/|www\./u;

const stop = String.raw`\s<>「」『』“”‘’"'，。；：、！？（）【】《》…`;
/** Addresses, code, mentions and hashtags. A path may hold Han characters; a host may not, so text right after it is text. */
const protectedText = new RegExp(
  [
    "`[^`\\n]+`",
    String.raw`(?:https?|ftp|tel|mailto):(?://)?[\w.:@%+-]+(?:[/?#][^${stop}]*)?`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`(?<![\w@.])[\w-]+(?:\.[\w-]+)+/[^${stop}]*`,
    String.raw`(?<![\w&/])[#＃][\p{L}\p{N}_·-]+[#＃]?`,
    String.raw`(?<![\w.])@[\p{L}\p{N}_.·-]+`,
  ].join("|"),
  "gu",
);

/** Ranges of running text that no conversion may touch. */
export function protectedRanges(text: string): Piece[] {
  if (!triggers.test(text)) return [];
  return Array.from(text.matchAll(protectedText), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
    text: match,
  }));
}

/**
 * Add ranges to those already taken, in order of position; a range that overlaps a taken one is dropped.
 *
 * Both lists are free of overlaps within themselves and sorted.
 */
export function mergeRanges(taken: readonly Piece[], added: readonly Piece[]): Piece[] {
  if (added.length === 0) return [...taken];
  const free = added.filter(
    ({ start, end }) => !taken.some((range) => range.start < end && start < range.end),
  );
  return [...taken, ...free].toSorted((a, b) => a.start - b.start);
}

/** The stretches of [0, length) that no range covers. */
export function gapsBetween(
  ranges: readonly Piece[],
  length: number,
): { start: number; end: number }[] {
  const gaps: { start: number; end: number }[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < length) gaps.push({ start: at, end: length });
  return gaps;
}
