import { falsePhrases, ownCharacters, ownWords } from "../../lib/zh/own-words.ts";
import { ambiguousCharacters, type Dictionaries, standardForm } from "./forms.ts";
import type { Frequencies } from "./frequencies.ts";
import { packTree } from "./word-tree.ts";

/** Costs are −ln of a word's frequency, in quarters; what jieba does not know costs this. */
const unknownPhrase = 54;
/** What a word of our own costs by its length: the longer, the surer. */
const ownCosts = [64, 64, 48, 28, 20];
const phraseDiscount = 6;
/** The code of cost 0, as in the table of frequencies. */
const firstCost = 33;

/** A word's cost and form; without one its characters' defaults serve, and nobody vouches for them when it is mute. */
type Entry = { cost: number; form: string | null; isMute: boolean };

const commonCost = "U";
const usefulCost = "a";

/** Only Han runs are cut into words, so the handful of OpenCC phrases with Latin letters stay out of the lexicon. */
const isPackable = (word: string): boolean => word.length < 26 && !/[A-Za-z=]/.test(word);

/** People, not words: 于吉 would be found in 出生于吉林. The name rules know people by what stands around them. */
export const isPerson = (word: string, form = ""): boolean =>
  /^于(?![都姓阗归飞]|.*[县区国堡])/u.test(word) && form.startsWith("于");

/** 范金 and 余大 are halves of names more often than words; OpenCC has the words. */
const surnamesAndWords = new Set("范余郁涂朴钟");

/** What 里 干 松 … are in a name that is written out by sound: themselves. */
const bySound = new Set("里干松于采斗只范准台占舍后向岳谷升");

function wantedWords({ costs, foreign }: Frequencies, ambiguous: ReadonlySet<string>): string[] {
  const isWanted = (word: string, code: string): boolean => {
    if (word.length === 1) return true;
    const isAmbiguous = [...word].some((character) => ambiguous.has(character));
    if (isPerson(word, word) || (word.length < 4 && surnamesAndWords.has(word.charAt(0))))
      return false;
    if (foreign.has(word)) return isAmbiguous;
    return word.length < 6 && code <= (isAmbiguous ? usefulCost : commonCost);
  };
  return [...costs].filter(([word, code]) => isWanted(word, code)).map(([word]) => word);
}

function formOf(word: string, dictionaries: Dictionaries, { foreign }: Frequencies): string | null {
  const { form, isDefault } = standardForm(word, dictionaries);
  if (!foreign.has(word) || dictionaries.phrases.has(word)) return isDefault ? null : form;
  // As a surname 钟 is 鍾: 钟楚红.
  if (word.startsWith("钟") && isDefault) return `鍾${form.slice(1)}`;
  return Array.from(word, (character) =>
    bySound.has(character) ? character : (dictionaries.characters.get(character) ?? character),
  ).join("");
}

function knownCost(word: string, { costs }: Frequencies, isPhrase: boolean): number {
  const code = costs.get(word);
  const cost = code === undefined ? unknownPhrase : code.charCodeAt(0) - firstCost;
  return isPhrase && word.length > 1
    ? Math.max(1, cost - phraseDiscount * (word.length - 1))
    : cost;
}

/** The words of OpenCC and jieba. */
function dictionaryEntries(
  dictionaries: Dictionaries,
  frequencies: Frequencies,
): Map<string, Entry> {
  const { phrases } = dictionaries;
  const listed = [...phrases].filter(([word, form]) => isPackable(word) && !isPerson(word, form));
  const wanted = wantedWords(frequencies, ambiguousCharacters(dictionaries));
  const entries = new Map<string, Entry>();
  for (const word of [...wanted, ...listed.map(([phrase]) => phrase)]) {
    const isPhrase = phrases.has(word);
    const form = formOf(word, dictionaries, frequencies);
    const cost = knownCost(word, frequencies, isPhrase);
    entries.set(word, { cost, form, isMute: form === null && !isPhrase });
  }
  return entries;
}

/** Have our own say: phrases that are none, characters that stay, words. */
function haveOwnSay(entries: Map<string, Entry>, toSimplified: (text: string) => string): void {
  for (const phrase of falsePhrases) entries.delete(phrase);
  for (const character of ownCharacters) {
    const entry = entries.get(character);
    if (entry) entries.set(character, { ...entry, form: character });
  }
  for (const { phrase, form } of ownWords) {
    const word = phrase ?? toSimplified(form);
    const cost = ownCosts[Math.min(word.length, ownCosts.length - 1)] ?? unknownPhrase;
    entries.set(word, { cost, form, isMute: false });
  }
}

const kindOf = ({ form, isMute }: Entry): string => (form !== null ? "f" : isMute ? "m" : "d");

/**
 * Pack the words that segmentation knows: OpenCC's, jieba's and our own, each with its cost and form.
 *
 * Costs and kinds stand at the nodes of the tree where a word ends: f has a form of its own, d its characters' defaults, m
 * says nothing about its form. `dictionaryForms` are those of OpenCC's and jieba's words.
 */
export function packLexicon(
  dictionaries: Dictionaries,
  frequencies: Frequencies,
  toSimplified: (text: string) => string,
) {
  const entries = dictionaryEntries(dictionaries, frequencies);
  const known = new Set(entries.keys());
  const dictionaryForms = [...entries.values()].flatMap(({ form }) => form ?? []);
  haveOwnSay(entries, toSimplified);
  const { units, counts, ending } = packTree([...entries.keys()].toSorted());
  const ends = ending.map((word) => (word === null ? null : (entries.get(word) ?? null)));
  return {
    known,
    dictionaryForms,
    packed: {
      units,
      counts,
      costs: ends.map((end) => (end ? String.fromCharCode(firstCost + end.cost) : " ")).join(""),
      kinds: ends.map((end) => (end ? kindOf(end) : " ")).join(""),
      forms: ends.flatMap((end) => end?.form ?? []).join("|"),
    },
  };
}
