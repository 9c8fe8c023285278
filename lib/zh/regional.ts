import phrases from "./data/phrases.json" with { type: "json" };
import { PhraseTable, readRows } from "./phrase-table.ts";
import { type Piece, PieceList } from "./pieces.ts";
import { fromTaiwanWords, keepsItsForm, taiwanWords } from "./taiwan-words.ts";
import type { Variant } from "./variants.ts";
import type { WordAt } from "./word-borders.ts";

/** How far words, not only characters, follow a region. */
export type Vocabulary = "none" | "curated" | "opencc";

type Rows = readonly (readonly [string, string])[];

const tables = new Map<string, PhraseTable>();

function shared(name: string, rows: () => Rows): PhraseTable {
  const known = tables.get(name);
  if (known) return known;
  const list = rows();
  const table = new PhraseTable(list, list.length * 2);
  tables.set(name, table);
  return table;
}

/** What newspapers write where the dictionaries keep the formal character: 台, 發布. */
const commonForms: Rows = [
  ["臺", "台"],
  ["賬", "帳"],
  ["伙伴", "夥伴"],
  ["孃", "娘"],
  ["拉昇", "拉升"],
  ["昇起", "升起"],
  ...["發", "宣", "公", "頒", "分", "散", "遍"].map((first): [string, string] => [
    `${first}佈`,
    `${first}布`,
  ]),
];
/** Its government writes 宣布, 公布, 發布 and 頒布. */
const commonHongKong: Rows = [
  ["孃", "娘"],
  ...["發", "宣", "公", "頒"].map((first): [string, string] => [`${first}佈`, `${first}布`]),
  ["戶", "戶"],
  ["衛", "衛"],
  ["麪", "麵"],
  ["啓", "啟"],
];
/** What Hong Kong says where the mainland word is not used there at all. */
const hongKongWords: Rows = [
  ["芯片", "晶片"],
  ["服務器", "伺服器"],
  ["鼠標", "滑鼠"],
  ["硬盤", "硬碟"],
  ["光標", "游標"],
];

const taiwan = () => shared("taiwan", () => [...commonForms, ...readRows(phrases.taiwan)]);
const hongKong = () => shared("hongKong", () => [...commonHongKong, ...readRows(phrases.hongKong)]);

function wordTable(variant: Variant, vocabulary: Vocabulary): PhraseTable | null {
  if (vocabulary === "none") return null;
  const isWhole = vocabulary === "opencc";
  switch (variant) {
    case "zh-Hant-TW":
      return isWhole
        ? shared("taiwanOpenCC", () => readRows(phrases.taiwanWords))
        : shared("taiwanWords", () => taiwanWords(readRows(phrases.taiwanWords)));
    case "zh-Hant-HK":
      return isWhole
        ? shared("hongKongOpenCC", () => readRows(phrases.hongKongWords))
        : shared("hongKongWords", () => hongKongWords);
    case "zh-Hans":
    case "zh-Hant":
      return null;
  }
}

/** The words and the characters that lead from standard Traditional to a variant, in this order. */
export function tablesTo(
  variant: Variant,
  vocabulary: Vocabulary,
): { words: PhraseTable | null; characters: PhraseTable } {
  return {
    words: wordTable(variant, vocabulary),
    characters: variant === "zh-Hant-HK" ? hongKong() : taiwan(),
  };
}

/** The table that leads from a variant's Traditional to the standard one. */
export function tableFrom(variant: Variant, vocabulary: Vocabulary): PhraseTable {
  const hasWords = vocabulary !== "none";
  if (variant === "zh-Hant-HK") {
    return hasWords
      ? shared("fromHongKongAll", () => [
          ...readRows(phrases.fromHongKongWords),
          ...readRows(phrases.fromHongKong),
        ])
      : shared("fromHongKong", () => readRows(phrases.fromHongKong));
  }
  if (variant !== "zh-Hant-TW" || !hasWords)
    return shared("fromTaiwan", () => readRows(phrases.fromTaiwan));
  return vocabulary === "opencc"
    ? shared("fromTaiwanOpenCC", () => [
        ...readRows(phrases.fromTaiwanWords),
        ...readRows(phrases.fromTaiwan),
      ])
    : shared("fromTaiwanAll", () => [
        ...fromTaiwanWords(readRows(phrases.fromTaiwanWords)),
        ...readRows(phrases.fromTaiwan),
      ]);
}

type Push = (start: number, end: number, text: string) => void;
type Accept = (start: number, end: number) => boolean;

const always: Accept = () => true;

function rewriteText(text: string, table: PhraseTable, push: Push, accept: Accept): void {
  let plain = 0;
  for (let at = 0; at < text.length;) {
    const match = table.longest(text, at, text.length);
    if (!match || !accept(at, at + match.length)) {
      at++;
      continue;
    }
    if (at > plain) push(plain, at, text.slice(plain, at));
    push(at, at + match.length, match.form);
    at += match.length;
    plain = at;
  }
  if (plain < text.length) push(plain, text.length, text.slice(plain));
}

function rewriteWhole(text: string, table: PhraseTable): string {
  let form = "";
  rewriteText(text, table, (_from, _to, part) => (form += part), always);
  return form;
}

/** Replace the longest phrases of a table in converted text, keeping track of the source they came from. */
export function rewrite(pieces: readonly Piece[], table: PhraseTable): Piece[] {
  const list = new PieceList();
  for (const { start, end, text } of pieces) {
    if (text.length === end - start) {
      rewriteText(
        text,
        table,
        (from, to, form) => list.push(start + from, start + to, form),
        always,
      );
      continue;
    }
    list.push(start, end, rewriteWhole(text, table));
  }
  return list.pieces;
}

/**
 * Replace a region's words, but never across a word border: 境內存款 has no 內存.
 *
 * A word within a longer one (軟件 in 軟件包) does count. In a piece of changed length borders are unknown and not asked for.
 */
export function rewriteWords(
  pieces: readonly Piece[],
  table: PhraseTable,
  wordAt: WordAt,
): Piece[] {
  const list = new PieceList();
  for (const { start, end, text } of pieces) {
    if (text.length !== end - start) {
      list.push(start, end, rewriteWhole(text, table));
      continue;
    }
    const accept: Accept = (from, to) => {
      const [first, last] = [wordAt(start + from), wordAt(start + to - 1)];
      const straddles =
        first.start !== last.start && (first.start < start + from || last.end > start + to);
      return !straddles && !keepsItsForm(text.slice(from, to), text, from);
    };
    rewriteText(text, table, (from, to, form) => list.push(start + from, start + to, form), accept);
  }
  return list.pieces;
}
