import lexiconData from "./data/lexicon.json" with { type: "json" };
import { WordTree } from "./word-tree.ts";

/** Costs are −ln of a word's frequency, in quarters; a character that is no word costs this. */
export const unknownCharacter = 64;
/** The code of cost 0. */
const firstCost = 33;

/** Simplified words with their costs and forms. A word is known by the node of the tree where it ends. */
export type Lexicon = {
  readonly tree: WordTree;
  /** Cost of the word that ends at a node, in quarters of −ln p; 0 where none ends. */
  readonly costs: Uint8Array;
  /** The form of the word that ends at a node, or null where its characters' defaults serve. */
  formOf(node: number): string | null;
  /** Whether a word is there for segmentation alone and says nothing about its form. */
  isMute(node: number): boolean;
  /** Full names of people under a surname that also is a word. */
  readonly names: ReadonlySet<string>;
  /** Given names of two characters; places and times, and other common words, that only look like one. */
  readonly namePairs: ReadonlySet<string>;
  readonly placePairs: ReadonlySet<string>;
  readonly commonPairs: ReadonlySet<string>;
};

function unpackCosts(packed: string): Uint8Array {
  const costs = new Uint8Array(packed.length + 1);
  for (let at = 0; at < packed.length; at++)
    costs[at + 1] = Math.max(0, packed.charCodeAt(at) - firstCost);
  return costs;
}

/** The forms of the words that have one of their own, by node. */
function unpackForms(kinds: string, packed: string): (node: number) => string | null {
  const forms = [null, ...packed.split("|")];
  const places = new Uint16Array(kinds.length + 1);
  let place = 0;
  for (let at = kinds.indexOf("f"); at >= 0; at = kinds.indexOf("f", at + 1))
    places[at + 1] = ++place;
  return (node) => forms[places[node] ?? 0] ?? null;
}

function unpack(): Lexicon {
  const { units, counts, costs, kinds, forms, names, pairs, places, common } = lexiconData;
  return {
    tree: new WordTree(units, counts),
    costs: unpackCosts(costs),
    formOf: unpackForms(kinds, forms),
    isMute: (node) => kinds.charAt(node - 1) === "m",
    names: new Set(names.split("|")),
    namePairs: new Set(pairs.split("|")),
    placePairs: new Set(places.split("|")),
    commonPairs: new Set(common.split("|")),
  };
}

let shared: Lexicon | null = null;

/** The one lexicon of the process, unpacked when first asked for. */
export function lexicon(): Lexicon {
  shared ??= unpack();
  return shared;
}
