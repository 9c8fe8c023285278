type Rows = readonly (readonly [string, string])[];

function changed(rows: Rows): Map<string, string> {
  return new Map(rows.filter(([from, to]) => from !== to && Array.from(from).length === 1));
}

function only(rows: ReadonlyMap<string, string>, elsewhere: ReadonlySet<string>): string {
  return [...rows.keys()].filter((character) => !elsewhere.has(character)).join("");
}

/** What the sides are told apart by: the characters of each dictionary, and what words and regions write. */
type Dictionaries = {
  toStandard: Rows;
  toSimplified: Rows;
  traditionalForms: Iterable<string>;
  simplifiedForms: Iterable<string>;
};

/**
 * The characters that only one script has. 后 里 面 stand in both, so they are on neither side; nor are 乾 and 著, which
 * Simplified keeps in 乾隆 and 著名.
 */
export function findSides(dictionaries: Dictionaries): { simplified: string; traditional: string } {
  const toStandard = changed(dictionaries.toStandard);
  const toSimplified = changed(dictionaries.toSimplified);
  const inTraditional = [...toStandard.values(), ...dictionaries.traditionalForms].join("");
  const inSimplified = [...toSimplified.values(), ...dictionaries.simplifiedForms].join("");
  return {
    simplified: only(toStandard, new Set(inTraditional)),
    traditional: only(toSimplified, new Set(inSimplified)),
  };
}
