import { applyContext } from "./context.ts";
import { hanRunEnd, unitsAt } from "./han.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { findNames } from "./names.ts";
import { type Piece, PieceList } from "./pieces.ts";
import { type Segmentation, segment } from "./segment.ts";

function characters(text: string, start: number, end: number, words: Lexicon): string {
  let form = "";
  for (let at = start; at < end; at += unitsAt(text, at)) form += words.characterAt(text, at);
  return form;
}

function pushWords(text: string, segmentation: Segmentation, list: PieceList): void {
  const words = lexicon();
  const { start, ends, entries } = segmentation;
  const settled = applyContext(text, segmentation);
  let at = start;
  for (const [index, end] of ends.entries()) {
    const form =
      settled?.get(at) ?? words.formOf(entries[index] ?? 0) ?? characters(text, at, end, words);
    list.push(at, end, form);
    list.border(end);
    at = end;
  }
}

/** Convert one Han run; what lies between the names in it is cut into words anew, without them. */
function pushRun(text: string, start: number, end: number, list: PieceList): void {
  const segmentation = segment(text, start, end, lexicon());
  const names = findNames(text, segmentation);
  if (names.length === 0) {
    pushWords(text, segmentation, list);
    return;
  }
  let at = start;
  for (const name of [...names, { start: end, end, form: "" }]) {
    if (name.start > at) pushWords(text, segment(text, at, name.start, lexicon()), list);
    if (name.form) list.push(name.start, name.end, name.form);
    list.border(name.end);
    at = name.end;
  }
}

/**
 * Convert Simplified text to OpenCC's standard Traditional characters (爲 裏 着), which the regional tables start from.
 *
 * Each Han run is cut into words, the words are looked up, and the context rules then settle what words leave open. The
 * rules see the whole text, the cut only [start, end). Where words end is noted in `borders`, when given.
 */
export function toTraditional(
  text: string,
  start: number,
  end: number,
  borders: Uint8Array | null = null,
): Piece[] {
  const list = new PieceList(borders);
  for (let at = start; at < end;) {
    const stop = hanRunEnd(text, at, end);
    if (stop > at) {
      pushRun(text, at, stop, list);
      at = stop;
      continue;
    }
    let next = at + 1;
    while (next < end && hanRunEnd(text, next, next + 1) === next) next++;
    list.push(at, next, text.slice(at, next));
    for (let border = at; border <= next; border++) list.border(border);
    at = next;
  }
  return list.pieces;
}
