import charactersData from "./data/characters.json" with { type: "json" };
import lexiconData from "./data/lexicon.json" with { type: "json" };
import phrases from "./data/phrases.json" with { type: "json" };
import { eachEntry } from "./packed.ts";
import { readRows } from "./phrase-table.ts";

type Sides = { simplified: ReadonlySet<string>; traditional: ReadonlySet<string> };

function changed(rows: [string, string][]): Map<string, string> {
  return new Map(rows.filter(([from, to]) => from !== to && Array.from(from).length === 1));
}

function charactersOf(texts: Iterable<string>): Set<string> {
  const characters = new Set<string>();
  for (const text of texts) for (const character of text) characters.add(character);
  return characters;
}

function only(rows: ReadonlyMap<string, string>, elsewhere: ReadonlySet<string>): Set<string> {
  return new Set([...rows.keys()].filter((character) => !elsewhere.has(character)));
}

/**
 * Characters that only one script has. 后 里 面 stand in both, so they are on neither side; nor are 乾 and 著, which
 * Simplified keeps in 乾隆 and 著名.
 */
function findSides(): Sides {
  const toStandard = changed(readRows(charactersData.simplifiedToStandard));
  const toSimplified = changed(readRows(charactersData.standardToSimplified));
  const traditionalForms: string[] = [...toStandard.values(), phrases.taiwan, phrases.hongKong];
  const { words } = lexiconData;
  eachEntry(words, ({ formStart, formEnd }) => {
    if (formStart > 0) traditionalForms.push(words.slice(formStart, formEnd));
  });
  const inTraditional = charactersOf(traditionalForms);
  const inSimplified = charactersOf([
    ...toSimplified.values(),
    ...readRows(phrases.standardToSimplified).map(([, form]) => form),
  ]);
  return {
    simplified: only(toStandard, inTraditional),
    traditional: only(toSimplified, inSimplified),
  };
}

let shared: Sides | null = null;

/** The characters that only Simplified and only Traditional text has. */
export function scriptCharacters(): Sides {
  shared ??= findSides();
  return shared;
}
