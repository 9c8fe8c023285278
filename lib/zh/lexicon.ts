import charactersData from "./data/characters.json" with { type: "json" };
import lexiconData from "./data/lexicon.json" with { type: "json" };
import { falsePhrases, ownCharacters, ownWords } from "./own-words.ts";
import { eachEntry } from "./packed.ts";
import { readRows } from "./phrase-table.ts";
import { joinPieces } from "./pieces.ts";
import { rewrite } from "./rewrite.ts";
import { simplifiedTable } from "./to-simplified.ts";
import { Trie } from "./trie.ts";

/** Costs are −ln of a word's frequency, in quarters; what jieba does not know costs these. */
const unknownPhrase = 54;
const unknownCharacter = 64;
/** What a word of our own costs by its length: the longer, the surer. */
const ownCosts = [64, 64, 48, 28, 20];
const phraseDiscount = 6;
/** What no path would take. */
const neverCost = 255;
const firstCode = 33;

/** Simplified words with their costs and forms, unpacked into typed arrays. */
export type Lexicon = {
  readonly trie: Trie;
  /** Cost of an entry, in quarters of −ln p. */
  costOf(entry: number): number;
  /** The written-out form of an entry, or null where its characters' defaults serve. */
  formOf(entry: number): string | null;
  /** Whether an entry is there for segmentation alone and says nothing about its form. */
  isMute(entry: number): boolean;
  /** The default form of the character at `at`; surrogate pairs included. */
  characterAt(text: string, at: number): string;
  /** Full names of people under a surname that also is a word. */
  readonly names: ReadonlySet<string>;
  /** Given names of two characters; places and times, and other common words, that only look like one. */
  readonly namePairs: ReadonlySet<string>;
  readonly placePairs: ReadonlySet<string>;
  readonly commonPairs: ReadonlySet<string>;
};

type Table = {
  trie: Trie;
  costs: Uint8Array;
  mute: Uint8Array;
  forms: (string | undefined)[];
  size: number;
};

function costFrom(code: number, length: number, fromOpenCC: boolean): number {
  const known = code >= firstCode ? code - firstCode : unknownPhrase;
  return fromOpenCC && length > 1 ? Math.max(1, known - phraseDiscount * (length - 1)) : known;
}

function unpackWords(): Table {
  const { words, costs: codes, count } = lexiconData;
  const trie = new Trie(count * 1.6);
  const costs = new Uint8Array(count + ownWords.length + 2);
  const mute = new Uint8Array(costs.length);
  const forms: (string | undefined)[] = Array.from({ length: costs.length });
  const path = new Int32Array(64);
  let entry = 0;
  eachEntry(words, ({ kept, start, end, formStart, formEnd, fromOpenCC }) => {
    let node = path[kept] ?? 0;
    let length = kept;
    for (let at = start; at < end; at++)
      path[++length] = node = trie.append(node, words.charCodeAt(at));
    costs[++entry] = costFrom(codes.charCodeAt(entry - 1), length, fromOpenCC);
    if (formStart > 0) forms[entry] = words.slice(formStart, formEnd);
    else if (!fromOpenCC) mute[entry] = 1;
    trie.mark(node, entry);
  });
  return { trie, costs, mute, forms, size: entry };
}

function dropFalse({ trie, costs, forms, mute }: Table): void {
  for (const phrase of falsePhrases) {
    let node = 0;
    for (let at = 0; at < phrase.length; at++) {
      node = trie.child(node, phrase.charCodeAt(at));
      if (node === 0) break;
    }
    const entry = node > 0 ? trie.entry(node) : 0;
    if (entry === 0) continue;
    costs[entry] = neverCost;
    forms[entry] = undefined;
    mute[entry] = 1;
  }
}

function addOwn(table: Table): void {
  for (const character of ownCharacters) {
    const entry = table.trie.entry(table.trie.child(0, character.charCodeAt(0)));
    if (entry > 0) table.forms[entry] = character;
  }
  const simplified = simplifiedTable();
  for (const { phrase: spelling, form } of ownWords) {
    const phrase =
      spelling ?? joinPieces(rewrite([{ start: 0, end: form.length, text: form }], simplified));
    const entry = ++table.size;
    table.costs[entry] = ownCosts[Math.min(phrase.length, ownCosts.length - 1)] ?? 20;
    table.forms[entry] = form;
    table.trie.add(phrase, entry);
  }
}

function characterForms(): (text: string, at: number) => string {
  // Of full length from the start: a sparse array that grows is slow to fill and slow to read.
  const single: (string | undefined)[] = Array.from({ length: 0x1_0000 });
  const pairs = new Map<string, string>();
  for (const [from, to] of readRows(charactersData.simplifiedToStandard)) {
    if (from.length === 1) single[from.charCodeAt(0)] = to;
    else pairs.set(from, to);
  }
  return (text, at) => {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdbff) return single[unit] ?? text.charAt(at);
    const pair = text.slice(at, at + 2);
    return pairs.get(pair) ?? pair;
  };
}

function unpack(): Lexicon {
  const table = unpackWords();
  dropFalse(table);
  addOwn(table);
  const { trie, costs, mute, forms } = table;
  return {
    trie,
    costOf: (entry) => costs[entry] ?? unknownCharacter,
    formOf: (entry) => forms[entry] ?? null,
    isMute: (entry) => mute[entry] === 1,
    characterAt: characterForms(),
    names: new Set(lexiconData.names.split("|")),
    namePairs: new Set(lexiconData.pairs.split("|")),
    placePairs: new Set(lexiconData.places.split("|")),
    commonPairs: new Set(lexiconData.common.split("|")),
  };
}

let shared: Lexicon | null = null;

/** The one lexicon of the process, unpacked when first asked for. */
export function lexicon(): Lexicon {
  shared ??= unpack();
  return shared;
}

export { unknownCharacter };
