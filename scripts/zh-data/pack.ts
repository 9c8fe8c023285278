import { z } from "zod";

import { ownSimplified, ownSimplifiedCharacters } from "../../lib/zh/own-words.ts";
import { PhraseTable } from "../../lib/zh/phrase-table.ts";
import { rewriteText } from "../../lib/zh/rewrite.ts";
import { type Frequencies, frequencyTable } from "./frequencies.ts";
import { isPerson, packLexicon } from "./lexicon.ts";
import { findSides } from "./sides.ts";

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

/** Characters of one unit each side by side, so that they need no cutting; the rest, with a surrogate pair on either side, as rows. */
function packCharacters(rows: readonly (readonly [string, string])[]) {
  const single = rows.filter(([from, to]) => from.length === 1 && to.length === 1);
  return {
    from: single.map(([from]) => from).join(""),
    to: single.map(([, to]) => to).join(""),
    pairs: join(rows.filter((row) => !single.includes(row))),
  };
}

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

/** Make the files of lib/zh/data, and the table of frequencies that they are made of: name → content, byte for byte the same for the same input. */
export async function packData(
  frequencies: Frequencies,
): Promise<{ files: Record<string, string>; table: string }> {
  const characters = await rowsOf("STCharacters");
  const phrases = await rowsOf("STPhrases", "STPhrases_GeneratedFromRegionalPhrases");
  const back = await rowsOf("TSCharacters");
  const toSimplified = [
    ...back,
    ...ownSimplifiedCharacters.map(([from, to]): [string, string] => [from, to]),
    ...unreturned(characters, back),
  ];
  const phrasesBack = [...ownSimplified, ...(await rowsOf("TSPhrases"))];
  const taiwan = await rowsOf("TWVariantsPhrases", "TWVariants");
  const hongKong = await rowsOf("HKVariantsPhrases", "HKVariants");
  const dictionaries = { characters: new Map(characters), phrases: new Map(phrases.toReversed()) };
  const simplified = new PhraseTable([...phrasesBack, ...toSimplified]);
  const { packed, known, dictionaryForms } = packLexicon(dictionaries, frequencies, (text) =>
    rewriteText(text, simplified),
  );
  const sides = findSides({
    toStandard: characters,
    toSimplified,
    traditionalForms: [...dictionaryForms, ...[...taiwan, ...hongKong].flat()],
    simplifiedForms: phrasesBack.map(([, form]) => form),
  });
  const people = [...dictionaries.phrases].filter(
    ([word, form]) => isPerson(word, form) && word.length > 2,
  );
  const names = [...frequencies.names.split("|"), ...people.map(([word]) => word)];
  const files = {
    "lexicon.json": JSON.stringify({
      ...packed,
      names: [...new Set(names)].toSorted().join("|"),
      pairs: frequencies.pairs,
      places: frequencies.places,
      common: frequencies.common,
    }),
    "characters.json": JSON.stringify({
      simplifiedToStandard: packCharacters(characters),
      standardToSimplified: packCharacters(toSimplified),
      compatibility: join(await rowsOf("CJK_Compatibility_Ideographs")),
      onlySimplified: sides.simplified,
      onlyTraditional: sides.traditional,
    }),
    "phrases.json": JSON.stringify({
      standardToSimplified: join(phrasesBack),
      taiwan: join(taiwan),
      fromTaiwan: join(await rowsOf("TWVariantsRevPhrases", "TWVariantsRev")),
      taiwanWords: join(await rowsOf("TWPhrases")),
      fromTaiwanWords: join(await rowsOf("TWPhrasesRev")),
      hongKong: join(hongKong),
      fromHongKong: join(await rowsOf("HKVariantsRevPhrases", "HKVariantsRev")),
      hongKongWords: join(await rowsOf("HKPhrases")),
      fromHongKongWords: join(await rowsOf("HKPhrasesRev")),
    }),
  };
  return { files, table: frequencyTable(frequencies, known) };
}
