import type { pinyin } from "pinyin-pro";

// oxlint-disable-next-line import/no-relative-parent-imports -- the importer runs this without a bundler
import { givenCharacters } from "../zh/name-characters.ts";
import readings from "./slug-readings.json" with { type: "json" };

type Read = typeof pinyin;

/** A word of a title and how its characters are said; of what is not Chinese, the text itself. */
export type ReadWord = { word: string; said: string[] };

const plainly = { toneType: "none", v: true } as const;

const known: ReadonlyMap<string, string[]> = new Map(
  readings.words.flatMap(({ words }) =>
    Object.entries(words).map(([word, said]) => [word, said.split(" ")] as const),
  ),
);
const longest = Math.max(...Array.from(known.keys(), (word) => word.length));

const oddSurnames: ReadonlyMap<string, string> = new Map(Object.entries(readings.surnames.words));
const twoCharacterSurnames = /^(?:尉迟|万俟|长孙|澹台|单于|令狐|欧阳|司徒|上官|诸葛|皇甫|宇文)/u;

const title =
  /(?:先生|女士|小姐|同志|老师|师傅|教授|博士|院士|医生|律师|记者|设计师|研究员|某某?|(?:副|总|副总)?(?:经理|裁|监|工程师)|总|董事长?|主席|主任|主管|书记|秘书长?|[部局处科校院厂所会司市县省区镇乡村站队组班店馆社行]长)/u
    .source;
const titleAfter = new RegExp(`^${title}`, "u");
const titleBefore = new RegExp(`${title}$`, "u");

/**
 * Read a Simplified title, word by word.
 *
 * `pinyin-pro` reads a character by the word it is in, and alone by its most frequent sound. What it has no word for is
 * in `slug-readings.json`, each class with its reason; and a surname beside a title is read as one (曾女士: zeng).
 */
export function readTitle(text: string, read: Read): ReadWord[] {
  const characters = Array.from(text);
  const words = wordsOf(text);
  const inSentence = soundsOf(text, read);
  let start = 0;
  // A word of several characters is read by itself: the sentence has 小传 in 小传感器.
  const said = words.flatMap((word) => {
    const { length } = Array.from(word);
    start += length;
    return length > 1 ? soundsOf(word, read) : inSentence.slice(start - length, start);
  });
  const cuts = new Cuts(words);
  for (let at = 0; at < characters.length; at++) {
    const found = knownWord(characters, at, cuts) ?? surname(characters, at, cuts, read);
    found?.forEach((sound, offset) => (said[at + offset] = sound));
    if (found) at += found.length - 1;
  }
  let at = 0;
  return words.map((word) => {
    const from = at;
    at += Array.from(word).length;
    return { word, said: said.slice(from, at) };
  });
}

const soundsOf = (text: string, read: Read): string[] =>
  read(text, { ...plainly, type: "all" }).map(({ isZh, pinyin: sound, origin }) =>
    isZh ? sound : origin,
  );

function wordsOf(text: string): string[] {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Where a title's words begin and end, by character. */
class Cuts {
  readonly #borders = new Set([0]);
  readonly #wordAt: number[] = [];

  constructor(words: readonly string[]) {
    let at = 0;
    words.forEach((word, index) => {
      const length = Array.from(word).length;
      this.#wordAt.push(...Array<number>(length).fill(index));
      at += length;
      this.#borders.add(at);
    });
  }

  isBorder = (at: number): boolean => this.#borders.has(at);

  isCharacter = (at: number): boolean => this.isBorder(at) && this.isBorder(at + 1);

  /** 链长 is not in 供应链长期: it would cut 供应链 as well as 长期. */
  mayHold(from: number, to: number): boolean {
    return (
      this.#wordAt[from] === this.#wordAt[to - 1] || (this.isBorder(from) && this.isBorder(to))
    );
  }
}

function knownWord(characters: readonly string[], at: number, cuts: Cuts): string[] | undefined {
  for (let end = Math.min(at + longest, characters.length); end > at + 1; end--) {
    const said = known.get(characters.slice(at, end).join(""));
    if (said && cuts.mayHold(at, end)) return said;
  }
  return undefined;
}

/** How the name that begins here is said; a title before it or after it makes it one. */
function surname(
  characters: readonly string[],
  at: number,
  cuts: Cuts,
  read: Read,
): string[] | undefined {
  if (!cuts.isBorder(at)) return undefined;
  const end = nameEnd(characters, at, cuts);
  if (end === null) return undefined;
  const isCalled =
    titleBefore.test(characters.slice(Math.max(0, at - 4), at).join("")) && end > at + 1;
  const after = titleAfter.exec(characters.slice(end, end + 5).join(""))?.[0];
  const isAddressed = after !== undefined && cuts.isBorder(end + after.length);
  if (!isCalled && !isAddressed) return undefined;
  const name = characters.slice(at, end).join("");
  const [first = "", ...given] = read(name, {
    ...plainly,
    type: "array",
    mode: "surname",
    surname: "head",
  });
  return [oddSurnames.get(characters[at] ?? "") ?? first, ...given];
}

/** Where a surname of one character or two ends, with up to two characters of a given name. */
function nameEnd(characters: readonly string[], at: number, cuts: Cuts): number | null {
  const isDouble = twoCharacterSurnames.test(characters.slice(at, at + 2).join(""));
  if (!isDouble && !cuts.isCharacter(at)) return null;
  const given = at + (isDouble ? 2 : 1);
  let end = given;
  while (end < given + 2 && isGiven(characters, end, cuts)) end++;
  return end;
}

const isGiven = (characters: readonly string[], at: number, cuts: Cuts): boolean =>
  cuts.isCharacter(at) && givenCharacters.has(characters[at] ?? "");
