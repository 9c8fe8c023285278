import charactersData from "./data/characters.json" with { type: "json" };

type Sides = { simplified: ReadonlySet<string>; traditional: ReadonlySet<string> };

let shared: Sides | null = null;

/** The characters that only Simplified and only Traditional text has. */
export function scriptCharacters(): Sides {
  shared ??= {
    simplified: new Set(charactersData.onlySimplified),
    traditional: new Set(charactersData.onlyTraditional),
  };
  return shared;
}
