import { pinyin } from "pinyin-pro";

/** Stands before initials in the index, so that no word of a text is taken for some; no text holds it. */
const mark = "\u{E001}";

const longestKept = 12;
const shortestAsked = 3;
const hanRuns = /\p{Script=Han}+/gu;

/** Spell a title's pinyin initials as terms, from each of its characters on: 磁力泵 becomes clb, lb and b. */
export function initialTerms(titles: readonly string[]): string {
  const runs = new Set(titles.flatMap((title) => (title.match(hanRuns) ?? []).map(initialsOf)));
  const terms = [...runs].flatMap((run) =>
    Array.from(run, (_, at) => mark + run.slice(at, at + longestKept)),
  );
  return [...new Set(terms)].join(" ");
}

function initialsOf(run: string): string {
  const letters = pinyin(run, { pattern: "first", toneType: "none", type: "array" });
  return letters
    .map((letter) => letter.charAt(0))
    .join("")
    .toLowerCase();
}

/** How a word that was typed is looked for among initials; `null` for what is too short or no Latin word. */
export function initialsMatch(word: string): string | null {
  const isAsked =
    /^[a-z]+$/.test(word) && word.length >= shortestAsked && word.length <= longestKept;
  return isAsked ? `initials: "${mark}${word}" *` : null;
}
