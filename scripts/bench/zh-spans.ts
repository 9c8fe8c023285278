import { readFileSync } from "node:fs";

import { z } from "zod";

import { createConverter } from "../../lib/zh/converter.ts";
import type { Variant } from "../../lib/zh/variants.ts";
import { foldFor } from "./zh-sets.ts";

const caseSchema = z.object({
  to: z.preprocess(
    (form) => (form === "hant-generic" ? "zh-Hant" : form),
    z.enum(["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"]),
  ),
  place: z
    .enum(["block", "list", "table", "quote", "heading", "nested", "caption"])
    .default("block"),
  input: z.string(),
  expected: z.string(),
  /** Other right answers, where usage is divided. */
  also: z.array(z.string()).default([]),
});

export type SpanCase = z.infer<typeof caseSchema>;

type Child =
  | { _type: "span"; _key: string; text: string; marks: string[] }
  | { _type: "inlineImage"; _key: string };
type Block = {
  _type: "block";
  _key: string;
  style: string;
  children: Child[];
  [field: string]: unknown;
};

const marksByLetter: Record<string, string> = {
  b: "strong",
  i: "em",
  c: "code",
  l: "link",
  k: "keep",
  v: "forms",
};

const markDefs = [
  { _key: "link", _type: "link", href: "https://example.com/发布/后台" },
  { _key: "keep", _type: "noConvert" },
  {
    _key: "forms",
    _type: "variant",
    forms: [
      { locale: "zh-Hans", text: "首席执行官" },
      { locale: "zh-Hant-TW", text: "執行長" },
      { locale: "zh-Hant-HK", text: "行政總裁" },
    ],
  },
];

/** Read a set of cases; README.md of tests/fixtures/zh says how a row is written. */
export function readSpanCases(name: string): SpanCase[] {
  const file = new URL(`../../tests/fixtures/zh/${name}.json`, import.meta.url);
  return z.array(caseSchema).parse(JSON.parse(readFileSync(file, "utf8")));
}

function childFrom(part: string, index: number): Child {
  const _key = `s${index}`;
  if (part === "◆") return { _type: "inlineImage", _key };
  const [, letters = "", text = part] = /^([a-z](?:\+[a-z])*):(.*)$/su.exec(part) ?? [];
  const marks = letters.split("+").flatMap((letter) => marksByLetter[letter] ?? []);
  return marks.length > 0
    ? { _type: "span", _key, text, marks }
    : { _type: "span", _key, text: part, marks: [] };
}

function blockFrom({ place, input }: SpanCase): Block {
  return {
    _type: "block",
    _key: "b",
    style: { quote: "blockquote", heading: "h2" }[place as string] ?? "normal",
    ...(place === "list" ? { listItem: "bullet", level: 1 } : {}),
    markDefs,
    children: input.split("|").map(childFrom),
  };
}

/** Put the block where the case has it: in the body, a table's cell, an array in an array, an image's caption. */
function bodyOf(row: SpanCase): unknown {
  const block = blockFrom(row);
  if (row.place === "table")
    return [
      {
        _type: "table",
        _key: "t",
        rows: [{ _key: "r", cells: [{ _key: "c", content: [block] }] }],
      },
    ];
  if (row.place === "nested") return [{ _type: "columns", _key: "n", columns: [[[block]]] }];
  if (row.place === "caption") return [{ _type: "image", _key: "i", caption: [block] }];
  return [block];
}

function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null && "_type" in value && value._type === "block";
}

function findBlock(value: unknown): Block | null {
  if (isBlock(value)) return value;
  if (typeof value !== "object" || value === null) return null;
  for (const each of Object.values(value)) {
    const found = findBlock(each);
    if (found) return found;
  }
  return null;
}

function shown({ children }: Block): string {
  return children
    .map((child) => {
      if (child._type === "inlineImage") return "◆";
      const letters = child.marks.flatMap(
        (mark) => Object.entries(marksByLetter).find(([, name]) => name === mark)?.[0] ?? [],
      );
      return letters.length > 0 ? `${letters.join("+")}:${child.text}` : child.text;
    })
    .join("|");
}

/** What a case turns into, in the fixture's own notation. */
export function convertSpanCase(row: SpanCase): string {
  const converter = createConverter({
    from: row.to === "zh-Hans" ? "zh-Hant" : "zh-Hans",
    to: row.to as Variant,
  });
  const block = findBlock(converter.convertPortableText(bodyOf(row)));
  return block ? shown(block) : "";
}

/** Whether an answer is right, leniently where both forms are. */
export function isRightSpans(row: SpanCase, got: string): boolean {
  const fold = foldFor({ from: "s", to: row.to === "zh-Hant-HK" ? "hk" : "hant-generic" });
  // 了解 and 瞭解 are both right.
  const bare = (text: string) => fold(text).replaceAll("瞭解", "了解");
  return [row.expected, ...row.also].some((right) => bare(right) === bare(got));
}
