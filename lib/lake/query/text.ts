import { portableText } from "./portable-text.ts";

/** Characters of scripts written without spaces: Han, kana, bopomofo and their extensions. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;
const tokenCharacters = /[^!@#$%^&*(),\\/?";:{}|[\]+<>\s-]+/g;
const patternCharacters = /[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g;
const dotsAtEdges = /\b\.+|\.+\b/g;
const longestTerm = 1024;

/** Fold what readers take for the same letter: width, compatibility forms, case. */
export const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

export const isUnspaced = (text: string): boolean => unspaced.test(text);

/** Split a text into the tokens `match` compares. */
function tokenize(text: string): string[] {
  return text.replace(dotsAtEdges, "").match(tokenCharacters) ?? [];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * Turn a `match` pattern into one expression a term.
 *
 * A term of a script without spaces matches anywhere in a token, because a sentence is one token there;
 * groq-js would ask for the whole sentence.
 */
function patterns(text: string): RegExp[] {
  const terms = text.replace(dotsAtEdges, "").match(patternCharacters) ?? [];
  return terms.map((term) => {
    const body = term.slice(0, longestTerm).split(/\*+/).map(escaped).join(".*");
    return isUnspaced(term)
      ? new RegExp(body.replace(/^(?:\.\*)+|(?:\.\*)+$/g, ""), "i")
      : new RegExp(`^${body}$`, "i");
  });
}

/** Collect the strings of a value for `match`; `complete` is false when something else was among them. */
export function gather(value: unknown): { texts: string[]; complete: boolean } {
  if (typeof value === "string") return { texts: [value], complete: true };
  if (!Array.isArray(value)) return { texts: [], complete: false };
  const texts = value.filter((item) => typeof item === "string");
  return { texts, complete: texts.length === value.length };
}

/** `left match right`: every term of the pattern is found among the tokens of the text. */
export function matches(left: unknown, right: unknown): boolean {
  const pattern = gather(right);
  if (!pattern.complete) return false;
  const terms = pattern.texts.flatMap(patterns);
  const tokens = gather(left).texts.flatMap(tokenize);
  return (
    terms.length > 0 &&
    tokens.length > 0 &&
    terms.every((term) => tokens.some((token) => term.test(token)))
  );
}

/** Rate a `match` inside `score()`: each term saturates with the number of tokens it is found in. */
export function matchScore(left: unknown, right: unknown): number {
  const pattern = gather(right);
  if (!pattern.complete) return 0;
  const tokens = gather(left).texts.flatMap(tokenize);
  return pattern.texts.flatMap(patterns).reduce((score, term) => {
    const frequency = tokens.filter((token) => term.test(token)).length;
    return score + (frequency * 2.2) / (frequency + 1.2);
  }, 0);
}

/** Tell whether words under an attribute of this name are searched and indexed. */
export const isSearchable = (name: string): boolean => !name.startsWith("_") || name === "_id";

/**
 * Collect every string inside a value, and the text of each block as one, its spans joined.
 *
 * This is what `text::query` searches and what the text index holds, so both see the same words.
 */
export function deepTexts(value: unknown, found: string[] = []): string[] {
  if (typeof value === "string") found.push(value);
  else if (Array.isArray(value)) for (const item of value) deepTexts(item, found);
  else if (typeof value === "object" && value !== null) {
    const block = portableText(value);
    if (block !== null) found.push(block);
    for (const [key, item] of Object.entries(value)) if (isSearchable(key)) deepTexts(item, found);
  }
  return found;
}

export type TextTerm = { text: string; kind: "word" | "prefix" | "inside"; excluded: boolean };

/**
 * Read the little language of `text::query`: words, `prefix*`, `"exact phrases"` and `-excluded` ones.
 *
 * A term with Chinese characters, and a phrase, is looked for inside the text; other words are whole tokens.
 */
export function textTerms(query: string): TextTerm[] {
  const found = fold(query).matchAll(/(-?)(?:"([^"]*)"|([^\s"]+))/g);
  return Array.from(found).flatMap(([, minus, phrase, word]) => {
    const excluded = minus === "-";
    if (phrase !== undefined)
      return phrase.trim() ? [{ text: phrase.trim(), kind: "inside" as const, excluded }] : [];
    const raw = word ?? "";
    return tokenize(raw).map((text, index, all) => {
      if (isUnspaced(text)) return { text, kind: "inside" as const, excluded };
      const isPrefix = raw.endsWith("*") && index === all.length - 1;
      return { text, kind: isPrefix ? ("prefix" as const) : ("word" as const), excluded };
    });
  });
}

function hasTerm(term: TextTerm, text: string, tokens: readonly string[]): boolean {
  switch (term.kind) {
    case "inside":
      return text.includes(term.text);
    case "prefix":
      return tokens.some((token) => token.startsWith(term.text));
    case "word":
      return tokens.includes(term.text);
  }
}

/** `left match text::query(right)`; a query without words finds everything, as an empty search box does. */
export function matchesTextQuery(left: unknown, terms: readonly TextTerm[]): boolean {
  const text = fold(deepTexts(left).join("\n"));
  const tokens = tokenize(text);
  return terms.every((term) => hasTerm(term, text, tokens) !== term.excluded);
}

/** Rate a document for `text::query` inside `score()` by how often its terms occur. */
export function textQueryScore(left: unknown, terms: readonly TextTerm[]): number {
  if (!matchesTextQuery(left, terms)) return 0;
  const text = fold(deepTexts(left).join("\n"));
  return terms.reduce((score, term) => {
    const frequency = term.excluded ? 0 : text.split(term.text).length - 1;
    return score + (frequency * 2.2) / (frequency + 1.2);
  }, 0);
}
