import { readFileSync } from "node:fs";

import { z } from "zod";

import { type Converter, type ConverterOptions, createConverter } from "../../lib/zh/converter.ts";

const rowSchema = z.object({
  source: z.string(),
  input: z.string(),
  from: z.string(),
  to: z.string(),
  expected: z.string(),
  /** Other right answers, where usage is divided. */
  also: z.array(z.string()).optional(),
  debatable: z.boolean().optional(),
  suspect: z.string().optional(),
});

export type Row = z.infer<typeof rowSchema>;
export type Score = { right: number; total: number; wrong: { row: Row; got: string }[] };

/** Read a set of tests/fixtures/zh, less the rows that have no one right answer. */
export function readSet(name: string): Row[] {
  const file = new URL(`../../tests/fixtures/zh/${name}.json`, import.meta.url);
  const rows = z.array(rowSchema).parse(JSON.parse(readFileSync(file, "utf8")));
  return rows.filter(({ debatable, suspect }) => !debatable && !suspect);
}

const eitherForm = Object.entries({
  爲: "為",
  裏: "裡",
  臺: "台",
  衆: "眾",
  羣: "群",
  牀: "床",
  喫: "吃",
  峯: "峰",
  週: "周",
  劃: "划",
  遊: "游",
  佈: "布",
});
/** What sets OpenCC's intermediate form apart from Taiwan's characters; a reader is never shown it. */
const standardForm = Object.entries({
  着: "著",
  僞: "偽",
  啓: "啟",
  嫺: "嫻",
  嬀: "媯",
  幺: "么",
  棱: "稜",
  樑: "梁",
  檐: "簷",
  污: "汙",
  泄: "洩",
  潙: "溈",
  痹: "痺",
  癡: "痴",
  皁: "皂",
  睾: "睪",
  祕: "秘",
  竈: "灶",
  糉: "粽",
  繮: "韁",
  纔: "才",
  脣: "唇",
  蔘: "參",
  覈: "核",
  踊: "踴",
  鉢: "缽",
  鍼: "針",
  鮎: "鯰",
  麪: "麵",
  齶: "顎",
});
/** Hong Kong prints both. */
const hongKongForms: [string, string][] = [
  ["麪", "麵"],
  ["户", "戶"],
  ["衞", "衛"],
  ["啓", "啟"],
];
const quotes = Object.entries({ "“": "「", "”": "」", "‘": "『", "’": "』" });

function mapper(pairs: readonly (readonly [string, string])[]): (text: string) => string {
  const map = new Map(pairs);
  return (text) => Array.from(text, (character) => map.get(character) ?? character).join("");
}

const lenient = mapper([...eitherForm, ...hongKongForms, ...quotes]);
const lenientStandard = mapper([...eitherForm, ...standardForm, ...quotes]);

/** Bring a text to the form in which two right answers are equal. A `t` source cannot be told from a Taiwan one. */
export function foldFor({ from, to }: Pick<Row, "from" | "to">): (text: string) => string {
  return [from, to].some((form) => form === "t" || form === "hant-generic")
    ? lenientStandard
    : lenient;
}

const optionsByName: Record<string, Pick<ConverterOptions, "to" | "vocabulary">> = {
  s: { to: "zh-Hans", vocabulary: "none" },
  t: { to: "zh-Hant" },
  "hant-generic": { to: "zh-Hant" },
  tw: { to: "zh-Hant" },
  twp: { to: "zh-Hant-TW" },
  hk: { to: "zh-Hant-HK" },
  hkp: { to: "zh-Hant-HK", vocabulary: "opencc" },
};

/** The options that a row asks for. `vocabulary` is that of OpenCC's rows: its own cases are about its whole word list. */
export function optionsOf(
  { from, to }: Row,
  vocabulary: ConverterOptions["vocabulary"],
): ConverterOptions {
  const source = optionsByName[from];
  const target = optionsByName[to];
  if (!source || !target) throw new RangeError(`Unknown form ${from} or ${to}`);
  const words = to === "twp" || from === "twp" || from === "hkp" ? vocabulary : target.vocabulary;
  return {
    from: from === "s" ? "zh-Hans" : source.to,
    to: target.to,
    // OpenCC's Traditional-to-Traditional rows are about its regional tables; mending is ours.
    mend: false,
    ...(words ? { vocabulary: words } : {}),
  };
}

/** Whether an answer is one of the row's right ones. */
export function isRight(row: Row, got: string): boolean {
  const fold = foldFor(row);
  return [row.expected, ...(row.also ?? [])].some((right) => fold(right) === fold(got));
}

/** Convert every row by its own options and compare. */
export function scoreRows(rows: readonly Row[], vocabulary: ConverterOptions["vocabulary"]): Score {
  const converters = new Map<string, Converter>();
  const score: Score = { right: 0, total: rows.length, wrong: [] };
  for (const row of rows) {
    const key = `${row.from} ${row.to}`;
    const converter = converters.get(key) ?? createConverter(optionsOf(row, vocabulary));
    converters.set(key, converter);
    const got = converter.convertText(row.input);
    if (isRight(row, got)) score.right++;
    else score.wrong.push({ row, got });
  }
  return score;
}
