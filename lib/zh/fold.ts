import { simplifiedRows } from "./characters.ts";
import charactersData from "./data/characters.json" with { type: "json" };
import phrases from "./data/phrases.json" with { type: "json" };
import { readRows } from "./rows.ts";

/** A search key, and for each of its units (and its end) the offset in the text that it came from. */
export type Folded = { key: string; offsets: number[] };

/** Simplified keeps these apart in some words only, so a key must not. */
const alike = [
  "着著",
  "复覆",
  "了瞭",
  "借藉",
  "干乾",
  "征徵",
  "于於",
  "余餘",
  "钟鍾",
  "麽么",
  "并幷",
];

function link(parents: Map<string, string>, from: string, to: string): void {
  const [a, b] = [rootOf(parents, from), rootOf(parents, to)];
  if (a !== b) parents.set(a, b);
}

function rootOf(parents: ReadonlyMap<string, string>, character: string): string {
  let root = character;
  for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
  return root;
}

const isSingle = (character: string): boolean => Array.from(character).length === 1;

/** Put all written forms of a character into one class, whose root is the Simplified one. */
function classes(): Map<string, string> {
  const parents = new Map<string, string>();
  const rows = [charactersData.compatibility, phrases.fromTaiwan, phrases.fromHongKong].flatMap(
    readRows,
  );
  for (const [from, to] of [...rows, ...simplifiedRows()])
    if (isSingle(from) && isSingle(to)) link(parents, from, to);
  for (const [to = "", from = ""] of alike.map((pair) => Array.from(pair))) link(parents, from, to);
  return new Map(
    Array.from(parents.keys(), (character) => [character, rootOf(parents, character)]),
  );
}

let shared: Map<string, string> | null = null;

/**
 * Fold a text into the key that search compares: one for any script, width, case and variant of a character.
 *
 * 聯繫ＡＢＣ and 联系abc have the same key. Characters are folded one by one, without words, so a part of a text has a part of its key;
 * `offsets[i]` says where in the text unit i of the key began, `offsets[key.length]` is the text's length.
 */
export function fold(text: string): Folded {
  shared ??= classes();
  let key = "";
  const offsets: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    for (const character of cluster.normalize("NFKC").toLowerCase()) {
      const folded = shared.get(character) ?? character;
      for (let unit = 0; unit < folded.length; unit++) offsets.push(index);
      key += folded;
    }
  }
  offsets.push(text.length);
  return { key, offsets };
}
