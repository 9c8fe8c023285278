import { standardCharacters } from "./characters.ts";
import { applyContext } from "./context.ts";
import { Draft } from "./draft.ts";
import { hanRunEnd } from "./han.ts";
import { lexicon } from "./lexicon.ts";
import { findNames } from "./names.ts";
import type { Piece } from "./pieces.ts";
import { type Segmentation, segment } from "./segment.ts";

type Target = { draft: Draft; borders: Uint8Array | null };

function writeWords(text: string, segmentation: Segmentation, { draft, borders }: Target): void {
  const words = lexicon();
  const characters = standardCharacters();
  const { start, ends, entries } = segmentation;
  const settled = applyContext(text, segmentation);
  let at = start;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index] ?? at;
    const form = settled?.get(at) ?? words.formOf(entries[index] ?? 0);
    if (form === null) draft.writeCharacters(at, end, characters);
    else draft.write(at, end, form);
    if (borders) borders[end] = 1;
    at = end;
  }
}

/** Convert one Han run; what lies between the names in it is cut into words anew, without them. */
function writeRun(text: string, start: number, end: number, target: Target): void {
  const { draft, borders } = target;
  const segmentation = segment(text, start, end, lexicon());
  const names = findNames(text, segmentation);
  if (names.length === 0) {
    writeWords(text, segmentation, target);
    return;
  }
  let at = start;
  for (const name of [...names, { start: end, end, form: "" }]) {
    if (name.start > at) writeWords(text, segment(text, at, name.start, lexicon()), target);
    if (name.form) draft.write(name.start, name.end, name.form);
    if (borders) borders[name.end] = 1;
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
  const draft = new Draft(text, start, end);
  for (let at = start; at < end;) {
    const stop = hanRunEnd(text, at, end);
    if (stop > at) writeRun(text, at, stop, { draft, borders });
    else borders?.fill(1, at, at + 2);
    at = Math.max(stop, at + 1);
  }
  return draft.pieces();
}
