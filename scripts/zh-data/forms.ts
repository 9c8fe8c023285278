export type Dictionaries = { characters: Map<string, string>; phrases: Map<string, string> };

const longestPhrase = 12;

function defaultForm(word: string, { characters }: Dictionaries): string {
  return Array.from(word, (character) => characters.get(character) ?? character).join("");
}

function longestAt(word: string, at: number, { phrases }: Dictionaries): string | undefined {
  for (let length = Math.min(longestPhrase, word.length - at); length > 1; length--) {
    const piece = word.slice(at, at + length);
    if (phrases.has(piece)) return piece;
  }
  return undefined;
}

/** Convert a word as OpenCC does, longest phrase first, and say whether the characters alone give the same. */
export function standardForm(
  word: string,
  dictionaries: Dictionaries,
): { form: string; isDefault: boolean } {
  const plain = defaultForm(word, dictionaries);
  let form = "";
  for (let at = 0; at < word.length;) {
    const phrase =
      longestAt(word, at, dictionaries) ?? String.fromCodePoint(word.codePointAt(at) ?? 0);
    form += dictionaries.phrases.get(phrase) ?? defaultForm(phrase, dictionaries);
    at += phrase.length;
  }
  return { form, isDefault: form === plain };
}

/** The characters that some phrase writes otherwise than their default: where a word border can change the result. */
export function ambiguousCharacters(dictionaries: Dictionaries): Set<string> {
  const ambiguous = new Set<string>();
  for (const [phrase, form] of dictionaries.phrases) {
    const written = [...form];
    for (const [index, character] of [...phrase].entries()) {
      const usual = dictionaries.characters.get(character) ?? character;
      if (written.length === [...phrase].length && written[index] !== usual)
        ambiguous.add(character);
    }
  }
  return ambiguous;
}
