import { z } from "zod";

import { givenCharacters } from "../../lib/zh/name-characters.ts";

/** One printable character holds a cost of 0 … 23 in quarter steps; a word jieba does not know has none. */
const steps = 4;
const firstCode = 33;
const lastCode = 125; // "}"
/** Surnames that a rule asks about; a name that begins otherwise converts alike everywhere. */
const askedSurnames = "范于余郁涂朴钟";
/** Tags of places, directions and function words: 长春 and 今年 look like given names and are none. */
const neverNames = /^(?:ns|s|f|r|p|c|m)/;

/** Cost codes by word, and lists (joined by |) of what is worth knowing about names. */
export type Frequencies = {
  costs: Map<string, string>;
  /** Names written out from other languages. */
  foreign: Set<string>;
  /** Full Chinese names under a surname that also is a word. */
  names: string;
  /** Two-character given names; places and times that look like one; other common words that do. */
  pairs: string;
  places: string;
  common: string;
};

type Word = { word: string; count: number; tag: string };

function codeOf(cost: number): string {
  const step = Math.round(Math.max(0, cost) * steps);
  return String.fromCharCode(Math.min(lastCode, firstCode + step));
}

function readWords(dictionary: string): Word[] {
  return dictionary
    .trim()
    .split("\n")
    .map((line) => line.split(" "))
    .map(([word = "", count = "1", tag = ""]) => ({ word, count: Number(count), tag }))
    .filter(({ word }) => /^[\u3400-\u9fff]+$/u.test(word));
}

const isGivenPair = (word: string): boolean =>
  word.length === 2 && [...word].every((each) => givenCharacters.has(each));

const isAskedName = (word: string): boolean =>
  askedSurnames.includes(word.charAt(0)) && isGivenPair(word.slice(1));

const joined = (items: Iterable<string>): string => [...items].toSorted().join("|");

/** Two-character given names that several people in the dictionary bear; as many must, the likelier it is a place or time. */
function givenPairs(words: readonly Word[]): Set<string> {
  const places = new Set(words.filter(({ tag }) => neverNames.test(tag)).map(({ word }) => word));
  const counts = new Map<string, number>();
  for (const { word, tag } of words) {
    const pair = word.slice(1);
    if (tag === "nr" && isGivenPair(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const enough = (pair: string) => (places.has(pair) ? 8 : 4);
  return new Set(
    [...counts].filter(([pair, count]) => count >= enough(pair)).map(([pair]) => pair),
  );
}

const isPerson = ({ word, tag }: Word) => word.length > 1 && (tag === "nr" || tag === "nrfg");

const isPlace = ({ tag }: Word) => neverNames.test(tag);

/**
 * Read jieba's dictionary into word costs, −ln of the relative frequency, and what is worth knowing of its names.
 *
 * Chinese personal names (tag `nr`) are no words here: the lattice would prefer 于正 inside 关于正式. Names written out
 * from other languages (`nrt`: 埃里克) are, because nothing else says that their characters mean nothing.
 */
export function readJieba(dictionary: string): Frequencies {
  const all = readWords(dictionary);
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const words = all.filter((each) => !isPerson(each));
  const names = all
    .filter(({ word, tag }) => tag.startsWith("nr") && isAskedName(word))
    .map(({ word }) => word);
  const pairs = givenPairs(all);
  const alike = words.filter(({ word }) => isGivenPair(word) && !pairs.has(word));
  return {
    costs: new Map(
      words.map(({ word, count }) => [word, codeOf(Math.log(total) - Math.log(count))]),
    ),
    foreign: new Set(
      words.filter(({ word, tag }) => tag === "nrt" && word.length > 2).map(({ word }) => word),
    ),
    names: joined(names),
    pairs: joined(pairs),
    places: joined(alike.filter(isPlace).map(({ word }) => word)),
    common: joined(
      alike.filter((each) => !isPlace(each) && each.count >= 60).map(({ word }) => word),
    ),
  };
}

const tableSchema = z.object({
  words: z.string(),
  costs: z.string(),
  foreign: z.string(),
  names: z.string(),
  pairs: z.string(),
  places: z.string(),
  common: z.string(),
});

/** Write the frequencies of the words that are packed, and what is known of names, as a table that can be read back. */
export function frequencyTable(
  { costs, foreign, ...lists }: Frequencies,
  packed: ReadonlySet<string>,
): string {
  const known = [...costs.keys()].filter((word) => packed.has(word)).toSorted();
  const codes = known.map((word) => costs.get(word)).join("");
  return JSON.stringify({
    words: known.join("|"),
    costs: codes,
    foreign: joined(foreign),
    ...lists,
  });
}

/** Read a table of frequencies. */
export function readFrequencies(json: string): Frequencies {
  const { words, costs, foreign, ...lists } = tableSchema.parse(JSON.parse(json));
  return {
    costs: new Map(words.split("|").map((word, index) => [word, costs.charAt(index)])),
    foreign: new Set(foreign.split("|")),
    ...lists,
  };
}
