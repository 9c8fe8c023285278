import { describe, expect, it } from "vitest";

import { createConverter } from "../../lib/zh/converter.ts";
import type { Variant } from "../../lib/zh/variants.ts";

type Span = { _type: "span"; _key: string; text: string; marks: string[] };

let key = 0;
const span = (text: string, ...marks: string[]): Span => ({
  _type: "span",
  _key: `s${key++}`,
  text,
  marks,
});
const image = { _type: "inlineImage", _key: "i", alt: "后台" };

const markDefs = [
  { _key: "link", _type: "link", href: "https://example.com/联系/后台" },
  { _key: "keep", _type: "noConvert" },
  { _key: "note", _type: "footnote", text: "联系后台" },
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

const block = (...children: (Span | typeof image)[]) => ({
  _type: "block",
  _key: "b",
  style: "normal",
  markDefs,
  children,
});

const glossary = [{ forms: { "zh-Hans": "郁亮", "zh-Hant": "郁亮" }, match: "always" as const }];

function shown(children: readonly (Span | typeof image)[], to: Variant): string {
  const converter = createConverter({ from: "zh-Hans", to, glossary });
  const [converted] = converter.convertPortableText([block(...children)]);
  return (converted?.children ?? [])
    .map((child) => ("text" in child ? `[${child.text}]` : "<image>"))
    .join("");
}

describe("convertPortableText", () => {
  it.each<{ name: string; to: Variant; children: (Span | typeof image)[]; answer: string }>([
    {
      name: "reads a word across a border",
      to: "zh-Hant",
      children: [span("请联"), span("系", "strong"), span("我们")],
      answer: "[請聯][繫][我們]",
    },
    {
      name: "divides a word that grows",
      to: "zh-Hant-TW",
      children: [span("在"), span("互联", "em"), span("网上")],
      answer: "[在][網際網][路上]",
    },
    {
      name: "keeps a word that grows in its span",
      to: "zh-Hant-TW",
      children: [span("插入"), span("U盘", "strong"), span("后")],
      answer: "[插入][隨身碟][後]",
    },
    {
      name: "leaves code alone",
      to: "zh-Hant",
      children: [span("运行"), span("后台.发布()", "code"), span("之后")],
      answer: "[運行][后台.发布()][之後]",
    },
    {
      name: "obeys noConvert",
      to: "zh-Hant",
      children: [span("简体"), span("后里干系", "keep"), span("不变")],
      answer: "[簡體][后里干系][不變]",
    },
    {
      name: "obeys a variant",
      to: "zh-Hant-TW",
      children: [span("公司"), span("首席执行官", "forms")],
      answer: "[公司][執行長]",
    },
    {
      name: "treats spans under one variant as one",
      to: "zh-Hant-HK",
      children: [span("首席", "forms"), span("执行官", "forms", "strong")],
      answer: "[行政][總裁]",
    },
    {
      name: "finds a term across a border",
      to: "zh-Hant",
      children: [span("董事长郁", "strong"), span("亮说")],
      answer: "[董事長郁][亮說]",
    },
    {
      name: "keeps an inline object in its place",
      to: "zh-Hant",
      children: [span("皇后"), image, span("后面")],
      answer: "[皇后]<image>[後面]",
    },
    {
      name: "reads one character a span",
      to: "zh-Hant",
      children: [..."干部干活头发发现"].map((c) => span(c)),
      answer: "[幹][部][幹][活][頭][髮][發][現]",
    },
    {
      name: "keeps empty spans",
      to: "zh-Hant",
      children: [span(""), span("发展", "strong"), span("")],
      answer: "[][發展][]",
    },
    {
      name: "matches quotation marks across spans",
      to: "zh-Hant",
      children: [span("“发"), span("展”", "em")],
      answer: "[「發][展」]",
    },
    {
      name: "keeps surrogate pairs whole",
      to: "zh-Hant",
      children: [span("𠮷野"), span("家𠮷", "em")],
      answer: "[𠮷野][家𠮷]",
    },
  ])("$name", ({ to, children, answer }) => {
    expect(shown(children, to)).toBe(answer);
  });

  it("converts tables, captions, alternative texts, footnotes and lists of lists, and nothing else", () => {
    const body = [
      block(span("联系")),
      {
        _type: "table",
        _key: "t",
        caption: "后台发布",
        headerRow: true,
        rows: [{ _key: "r", cells: ["头发", "干部"] }],
      },
      {
        _type: "image",
        alt: "头发",
        caption: "发展",
        credit: "干部",
        asset: { _ref: "image-发-1x1-png" },
      },
      { _type: "gallery", images: [[{ _type: "image", alt: "面条" }]] },
      { _type: "callout", tone: "info", text: "面向后方" },
    ];
    const before = structuredClone(body);
    const converted = createConverter({ from: "zh-Hans", to: "zh-Hant" }).convertPortableText(body);
    expect(body).toEqual(before);
    expect(converted).toMatchObject([
      {
        markDefs: [
          { href: "https://example.com/联系/后台" },
          {},
          { text: "聯繫後台" },
          { forms: [{ text: "首席执行官" }, {}, {}] },
        ],
      },
      { caption: "後台發布", rows: [{ cells: ["頭髮", "幹部"] }] },
      { alt: "頭髮", caption: "發展", credit: "幹部", asset: { _ref: "image-发-1x1-png" } },
      { images: [[{ alt: "麵條" }]] },
      { tone: "info", text: "面向後方" },
    ]);
  });

  it("tells the script by the whole body, not by each block", () => {
    const converter = createConverter({ from: "auto", to: "zh-Hant" });
    const body = [block(span("後來聯繫繁體")), block(span("太后"))];
    expect(converter.convertPortableText(body)[1]?.children).toMatchObject([{ text: "太后" }]);
  });
});
