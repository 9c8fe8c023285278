import { Converter as stockConverter } from "opencc-js";

import type { BenchLine } from "./bench-line.ts";
import { isRight, readSet, type Row, scoreRows } from "./zh-sets.ts";
import { convertSpanCase, isRightSpans, readSpanCases } from "./zh-spans.ts";

const stockForms = {
  s: "cn",
  t: "t",
  "hant-generic": "tw",
  tw: "tw",
  twp: "twp",
  hk: "hk",
  hkp: "hkp",
} as const;

function stockForm(name: string): (typeof stockForms)[keyof typeof stockForms] {
  const known = Object.entries(stockForms).find(([form]) => form === name);
  if (!known) throw new RangeError(`Unknown form ${name}`);
  return known[1];
}

/** How many rows stock opencc-js gets right, by the same folding. */
function stockScore(rows: readonly Row[]): number {
  const converters = new Map<string, (text: string) => string>();
  let right = 0;
  for (const row of rows) {
    const [from, to] = [stockForm(row.from), stockForm(row.to)];
    if (
      from === "hkp" ||
      from === "twp" ||
      from === "t" ||
      from === "tw" ||
      from === "hk" ||
      from === "cn"
    ) {
      const key = `${from} ${to}`;
      const convert = converters.get(key) ?? stockConverter({ from, to });
      converters.set(key, convert);
      if (isRight(row, convert(row.input))) right++;
    }
  }
  return right;
}

const opencc = readSet("opencc-testcases");

const curated = [
  "own-news",
  "own-one-to-many",
  "own-context-traps",
  "own-fresh",
  "unseen-news-tuned",
  "unseen-news-held",
  "unseen-news-held-2",
  "unseen-3-news-tuned",
  "unseen-3-news-held",
  "unseen-taiwan-tuned",
  "unseen-taiwan-held",
  "unseen-3-taiwan-tuned",
  "unseen-3-taiwan-held",
  "unseen-4-news",
  "unseen-4-taiwan",
  "unseen-5-news",
  "unseen-5-taiwan",
  "unseen-5-hans",
  "unseen-6-news",
  "unseen-6-taiwan",
  "unseen-6-hans",
  "unseen-7-news",
  "unseen-7-taiwan",
  "unseen-8-news",
  "unseen-8-taiwan",
  "unseen-8-hans",
  "unseen-9-news",
  "unseen-9-taiwan",
  "unseen-9-hans",
  "unseen-10-news",
  "unseen-11-news",
  "unseen-to-simplified",
];

type BenchSet = { name: string; rows: readonly Row[]; vocabulary: "curated" | "opencc" };

const sets: readonly BenchSet[] = [
  ...curated.map((name): BenchSet => ({
    name: `zh-accuracy.${name.replace(/^own-(?:context-)?/u, "")}`,
    rows: readSet(name),
    vocabulary: "curated",
  })),
  {
    name: "zh-accuracy.opencc-to-traditional",
    rows: opencc.filter(({ to }) => to !== "s"),
    vocabulary: "opencc",
  },
  {
    name: "zh-accuracy.opencc-to-simplified",
    rows: opencc.filter(({ to }) => to === "s"),
    vocabulary: "opencc",
  },
  {
    name: "zh-accuracy.opencc-golden",
    rows: readSet("opencc-golden-constitution"),
    vocabulary: "opencc",
  },
];

/** The cross-span cases; stock opencc-js converts each span by itself, since it knows no rich text. */
function spansLine(name: string): BenchLine {
  const rows = readSpanCases(name);
  const right = rows.filter((row) => isRightSpans(row, convertSpanCase(row))).length;
  const forms = {
    "zh-Hans": "cn",
    "zh-Hant": "tw",
    "zh-Hant-TW": "twp",
    "zh-Hant-HK": "hk",
  } as const;
  const stock = rows.filter((row) => {
    const convert = stockConverter({ from: row.to === "zh-Hans" ? "tw" : "cn", to: forms[row.to] });
    return isRightSpans(row, row.input.split("|").map(convert).join("|"));
  }).length;
  return lineOf(`zh-accuracy.${name}`, { right, stock, total: rows.length });
}

function lineOf(
  name: string,
  { right, stock, total }: { right: number; stock: number; total: number },
): BenchLine {
  return {
    name,
    unit: "% right",
    value: Math.round((1000 * right) / total) / 10,
    against: `opencc-js: ${Math.round((1000 * stock) / total) / 10} %`,
    ratio: Math.round((100 * right) / Math.max(1, stock)) / 100,
    rows: total,
  };
}

/** Percent of the rows of each set that come out wholly right, beside stock opencc-js. */
export async function run(): Promise<BenchLine[]> {
  const lines = sets.map(({ name, rows, vocabulary }) => {
    const { right, total } = scoreRows(rows, vocabulary);
    return lineOf(name, { right, stock: stockScore(rows), total });
  });
  return [
    ...lines,
    ...[
      "cross-spans",
      "unseen-3-spans-tuned",
      "unseen-3-spans-held",
      "unseen-4-spans",
      "unseen-5-spans",
    ].map(spansLine),
  ];
}
