import { unitsAt } from "./han.ts";
import { type Lexicon, unknownCharacter } from "./lexicon.ts";

/** Words in order: where each ends, and its place in the lexicon (0 for a character that is no word). */
export type Segmentation = { start: number; ends: number[]; entries: number[] };

let best = new Int32Array(512);
let from = new Int32Array(512);
let via = new Int32Array(512);

function makeRoom(length: number): void {
  if (length < best.length) return;
  best = new Int32Array(length * 2);
  from = new Int32Array(length * 2);
  via = new Int32Array(length * 2);
}

function relax(at: number, to: number, cost: number, entry: number): void {
  if (cost > (best[to] ?? 0)) return;
  best[to] = cost;
  from[to] = at;
  via[to] = entry;
}

/** Offer every word that starts at `start + at`; a character that is no entry can still be passed, dearly. */
function offerWords(
  text: string,
  start: number,
  at: number,
  length: number,
  { tree, costs }: Lexicon,
): void {
  const cost = best[at] ?? 0;
  const single = unitsAt(text, start + at);
  relax(at, Math.min(length, at + single), cost + unknownCharacter, 0);
  let node = 0;
  for (let next = at; next < length; next++) {
    node = tree.child(node, text.charCodeAt(start + next));
    if (node === 0) return;
    const word = costs[node] ?? 0;
    if (word > 0) relax(at, next + 1, cost + word, node);
  }
}

/**
 * Cut a Han run into the words that are together the likeliest.
 *
 * A shortest path over word costs: 发展中国家用电脑 comes out as 发展中国家 用 电脑 where taking the longest word first goes wrong. Equal
 * costs go to the longer last word.
 */
export function segment(text: string, start: number, end: number, lexicon: Lexicon): Segmentation {
  const length = end - start;
  makeRoom(length + 1);
  best.fill(0x3fffffff, 0, length + 1);
  best[0] = 0;
  for (let at = 0; at < length; at++) {
    if ((best[at] ?? 0) < 0x3fffffff) offerWords(text, start, at, length, lexicon);
  }
  const ends: number[] = [];
  const entries: number[] = [];
  for (let at = length; at > 0; at = from[at] ?? 0) {
    ends.push(start + at);
    entries.push(via[at] ?? 0);
  }
  return { start, ends: ends.toReversed(), entries: entries.toReversed() };
}
