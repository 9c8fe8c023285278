import phrases from "./data/phrases.json" with { type: "json" };
import taiwanData from "./data/taiwan.json" with { type: "json" };
import { PhraseTable } from "./phrase-table.ts";
import type { RegionalWords } from "./regional-words.ts";
import { readRows } from "./rows.ts";
import { taiwanFormAt } from "./taiwan-words.ts";
import type { Variant } from "./variants.ts";

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
/** What Hong Kong says where the mainland word, here in Simplified, is not used there, or not of getting in touch. */
const hongKongWords: Rows = [
  ["芯片", "晶片"],
  ["服务器", "伺服器"],
  ["鼠标", "滑鼠"],
  ["硬盘", "硬碟"],
  ["光标", "游標"],
  ["联系我们", "聯絡我們"],
  ["联系到我们", "聯絡到我們"],
  ["联系人", "聯絡人"],
  ["联系电话", "聯絡電話"],
  ["联系方式", "聯絡方法"],
  ["联系地址", "聯絡地址"],
  ["联系客服", "聯絡客服"],
  ["联系不上", "聯絡不上"],
  ["取得联系", "取得聯絡"],
  ["失去联系", "失去聯絡"],
  ["快捷联系", "快捷聯絡"],
  // What is thought together is 聯繫 there too.
  ["联系我们的实际", "聯繫我們的實際"],
  ["联系我们自身", "聯繫我們自身"],
  ["联系我们自己", "聯繫我們自己"],
];

const taiwan = () => shared("taiwan", () => [...commonForms, ...readRows(phrases.taiwan)]);
/** Where a text follows Taiwan to its words, it has what Taiwan's papers print: 濕 and 污, for the ministry's 溼 and 汙. */
const taiwanPress = () =>
  shared("taiwanPress", () => [
    ["溼", "濕"],
    ["污", "污"],
    ...commonForms,
    ...readRows(phrases.taiwan),
  ]);
const hongKong = () => shared("hongKong", () => [...commonHongKong, ...readRows(phrases.hongKong)]);

/** OpenCC's whole list, as it stands. */
function openccWords(name: string, packed: string): RegionalWords {
  return {
    table: shared(name, () => readRows(packed)),
    spelling: "standard",
    formAt: (_text, { form }) => form,
  };
}

function wordsTo(variant: Variant, vocabulary: Vocabulary): RegionalWords | null {
  if (vocabulary === "none") return null;
  const isWhole = vocabulary === "opencc";
  switch (variant) {
    case "zh-Hant-TW":
      return isWhole
        ? openccWords("taiwanOpenCC", phrases.taiwanWords)
        : {
            table: shared("taiwanWords", () => readRows(taiwanData.words)),
            spelling: "simplified",
            formAt: taiwanFormAt,
          };
    case "zh-Hant-HK":
      return isWhole
        ? openccWords("hongKongOpenCC", phrases.hongKongWords)
        : {
            table: shared("hongKongWords", () => hongKongWords),
            spelling: "simplified",
            formAt: (_text, { form }) => form,
          };
    case "zh-Hans":
    case "zh-Hant":
      return null;
  }
}

/** The words and the characters that lead from standard Traditional to a variant, in this order. */
export function tablesTo(
  variant: Variant,
  vocabulary: Vocabulary,
): { words: RegionalWords | null; characters: PhraseTable } {
  const ofTaiwan = variant === "zh-Hant-TW" && vocabulary === "curated" ? taiwanPress : taiwan;
  return {
    words: wordsTo(variant, vocabulary),
    characters: variant === "zh-Hant-HK" ? hongKong() : ofTaiwan(),
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
        ...readRows(taiwanData.back),
        ...readRows(phrases.fromTaiwan),
      ]);
}
