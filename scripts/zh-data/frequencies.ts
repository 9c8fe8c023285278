import { z } from "zod";

import { givenCharacters } from "../../lib/zh/name-characters.ts";
import { eachWord } from "../../lib/zh/packed.ts";
import type { Frequencies } from "./pack.ts";

/** One printable character holds a cost of 0 … 23 in quarter steps; a word jieba does not know has none. */
const steps = 4;
const firstCode = 33;
const lastCode = 125; // "}"
/** Surnames that a rule asks about; a name that begins otherwise converts alike everywhere. */
const askedSurnames = "范于余郁涂朴钟";
/** Tags of places, directions and function words: 长春 and 今年 look like given names and are none. */
const neverNames = /^(?:ns|s|f|r|p|c|m)/;

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

const lexiconSchema = z.object({
  words: z.string(),
  costs: z.string(),
  foreign: z.string(),
  names: z.string(),
  pairs: z.string(),
  places: z.string(),
  common: z.string(),
});

/** Read the frequencies back from a packed lexicon: the same table, less the words that were too rare to be packed. */
export function readPackedFrequencies(json: string): Frequencies {
  const { words, costs, foreign, ...lists } = lexiconSchema.parse(JSON.parse(json));
  const known = new Map<string, string>();
  let index = 0;
  eachWord(words, (word) => {
    const code = costs.charAt(index++);
    if (code !== " ") known.set(word, code);
  });
  return { costs: known, foreign: new Set(foreign.split("|")), ...lists };
}
