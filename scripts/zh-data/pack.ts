import { z } from "zod";

import { ambiguousCharacters, standardForm, type Dictionaries } from "./forms.ts";

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

const commonCost = "U";
const usefulCost = "a";

async function dictionary(name: string): Promise<[string, string][]> {
  const dictionaryModule: unknown = await import(`opencc-js/dict/${name}`);
  const { default: text } = z.object({ default: z.string() }).parse(dictionaryModule);
  return text.split("|").map((row) => {
    const [from, to] = row.split(" ");
    if (from === undefined || to === undefined)
      throw new Error(`${name} holds a row without a form: ${row}`);
    return [from, to];
  });
}

async function rowsOf(...names: string[]): Promise<[string, string][]> {
  return (await Promise.all(names.map(dictionary))).flat();
}

const join = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([from, to]) => `${from} ${to}`).join("|");

/** Letters delimit the packed list, so the handful of OpenCC phrases with Latin letters stay out of the lexicon. */
const isPackable = (word: string): boolean => word.length < 26 && !/[A-Za-z=]/.test(word);

/** People, not words: 于吉 would be found in 出生于吉林. The name rules know people by what stands around them. */
const isPerson = (word: string, form = ""): boolean =>
  /^于(?![都姓阗归飞]|.*[县区国堡])/u.test(word) && form.startsWith("于");

/** 范金 and 余大 are halves of names more often than words; OpenCC has the words. */
const surnamesAndWords = new Set("范余郁涂朴钟");

/** What 里 干 松 … are in a name that is written out by sound: themselves. */
const bySound = new Set("里干松于采斗只范准台占舍后向岳谷升");

/** Rare characters that lead to Traditional and, for want of a row, not back: 𣨼 and 殢. */
function unreturned(
  there: readonly [string, string][],
  back: readonly [string, string][],
): [string, string][] {
  const known = new Set(back.map(([from]) => from));
  return there
    .filter(
      ([simplified, form]) => simplified.length === 2 && form.length === 1 && !known.has(form),
    )
    .map(([simplified, form]) => [form, simplified]);
}

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

function packWords(
  dictionaries: Dictionaries,
  frequencies: Frequencies,
): { words: string; costs: string; count: number } {
  const wanted = wantedWords(frequencies, ambiguousCharacters(dictionaries));
  const phrases = [...dictionaries.phrases].filter(
    ([word, form]) => isPackable(word) && !isPerson(word, form),
  );
  const sorted = [...new Set([...wanted, ...phrases.map(([word]) => word)])].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
  let words = "";
  let costs = "";
  let before = "";
  for (const word of sorted) {
    let kept = 0;
    while (kept < before.length && before.charCodeAt(kept) === word.charCodeAt(kept)) kept++;
    const form = formOf(word, dictionaries, frequencies);
    words +=
      String.fromCharCode((dictionaries.phrases.has(word) ? 65 : 97) + kept) + word.slice(kept);
    if (form !== null) words += `=${form}`;
    costs += frequencies.costs.get(word) ?? " ";
    before = word;
  }
  return { words, costs, count: sorted.length };
}

/** Make the files of lib/zh/data: name → content, byte for byte the same for the same input. */
export async function packData(frequencies: Frequencies): Promise<Record<string, string>> {
  const characters = await rowsOf("STCharacters");
  const phrases = await rowsOf("STPhrases", "STPhrases_GeneratedFromRegionalPhrases");
  const dictionaries = { characters: new Map(characters), phrases: new Map(phrases.toReversed()) };
  const toSimplified = await rowsOf("TSCharacters");
  const people = [...dictionaries.phrases].filter(
    ([word, form]) => isPerson(word, form) && word.length > 2,
  );
  const { words, costs, count } = packWords(dictionaries, frequencies);
  return {
    "lexicon.json": JSON.stringify({
      words,
      costs,
      count,
      foreign: [...frequencies.foreign].toSorted().join("|"),
      names: [...new Set([...frequencies.names.split("|"), ...people.map(([word]) => word)])]
        .toSorted()
        .join("|"),
      pairs: frequencies.pairs,
      places: frequencies.places,
      common: frequencies.common,
    }),
    "characters.json": JSON.stringify({
      simplifiedToStandard: join(characters),
      standardToSimplified: join([...toSimplified, ...unreturned(characters, toSimplified)]),
      compatibility: join(await rowsOf("CJK_Compatibility_Ideographs")),
    }),
    "phrases.json": JSON.stringify({
      standardToSimplified: join(await rowsOf("TSPhrases")),
      taiwan: join(await rowsOf("TWVariantsPhrases", "TWVariants")),
      fromTaiwan: join(await rowsOf("TWVariantsRevPhrases", "TWVariantsRev")),
      taiwanWords: join(await rowsOf("TWPhrases")),
      fromTaiwanWords: join(await rowsOf("TWPhrasesRev")),
      hongKong: join(await rowsOf("HKVariantsPhrases", "HKVariants")),
      fromHongKong: join(await rowsOf("HKVariantsRevPhrases", "HKVariantsRev")),
      hongKongWords: join(await rowsOf("HKPhrases")),
      fromHongKongWords: join(await rowsOf("HKPhrasesRev")),
    }),
  };
}
