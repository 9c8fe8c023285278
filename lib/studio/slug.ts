import type { pinyin } from "pinyin-pro";

/** A suggestion ends at a word near this length: an address should be short enough to read out. */
const comfortable = 48;

/** Words that carry no meaning in an address. */
const fillers = new Set([
  "的",
  "了",
  "在",
  "是",
  "与",
  "和",
  "及",
  "或",
  "之",
  "为",
  "于",
  "对",
  "将",
  "被",
  "向",
  "从",
  "等",
  "我们",
]);

const slugPattern = /^[a-z0-9-]{1,96}$/;

export const isSlug = (text: string): boolean => slugPattern.test(text);

/**
 * Suggest an address for a Simplified title: its words in pinyin, ASCII, joined by hyphens.
 *
 * 发 is read differently in 发展 and 头发, so words are found first. Answers "" when nothing in the
 * title can be read; the editor is then asked to write one.
 */
export function slugFromTitle(title: string, read: typeof pinyin): string {
  const readings = read(title, { toneType: "none", v: true, type: "all" });
  let at = 0;
  const words = wordsOf(title).map((word) => {
    const count = Array.from(word).length;
    const syllables = readings.slice(at, at + count);
    at += count;
    return fillers.has(word)
      ? ""
      : syllables.map(({ isZh, pinyin: said, origin }) => (isZh ? said : origin)).join("");
  });
  return shorten(words.map(ascii).filter((word) => word !== ""));
}

function wordsOf(title: string): string[] {
  return Array.from(
    new Intl.Segmenter("zh", { granularity: "word" }).segment(title),
    ({ segment }) => segment,
  );
}

function ascii(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function shorten(words: readonly string[]): string {
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, comfortable) : `${slug}-${word}`;
    if (longer.length > comfortable) break;
    slug = longer;
  }
  return slug;
}
