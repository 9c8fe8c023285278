import { describe, expect, it } from "vitest";

import { convertLines } from "../../lib/studio/scripts/convert-lines.ts";
import { fingerprint } from "../../lib/studio/scripts/fingerprint.ts";
import { previewLines, shownLines } from "../../lib/studio/scripts/preview-lines.ts";
import { proseOf } from "../../lib/zh/portable-text.ts";

const block = (key: string, texts: readonly string[], rest: object = {}) => ({
  _type: "block",
  _key: key,
  style: "normal",
  markDefs: [],
  ...rest,
  children: texts.map((text, at) => ({ _type: "span", _key: `${key}${at}`, text, marks: [] })),
});

const article = {
  title: "头发护理的发展",
  excerpt: "皇后以后",
  body: [
    block("a", ["我们重视头", "发护理"]),
    block("b", ["制造"], { style: "h2" }),
    block("c", ["制度"], { listItem: "bullet", level: 1 }),
    { _type: "table", _key: "t", rows: [{ cells: ["干部", "干预"] }] },
    { _type: "divider", _key: "d" },
  ],
};

describe("previewLines", () => {
  it("reads an article in the order a reader does", () => {
    expect(previewLines(article).map(({ kind, text }) => [kind, text])).toEqual([
      ["title", "头发护理的发展"],
      ["excerpt", "皇后以后"],
      ["normal", "我们重视头发护理"],
      ["h2", "制造"],
      ["item", "制度"],
      ["part", "干部"],
      ["part", "干预"],
    ]);
  });

  it("reads footnotes after their paragraph, in the order of their marks, and none that nothing marks", () => {
    const note = (key: string, text: string) => ({ _type: "footnote", _key: key, text });
    const noted = {
      ...block("a", []),
      markDefs: [note("n2", "后来的注"), note("n1", "全国第一"), note("n0", "无人引用"), null],
      children: [
        { _type: "span", _key: "1", text: "正文", marks: ["n1"] },
        { _type: "span", _key: "2", text: "还是正文", marks: ["n1", "n2"] },
      ],
    };
    const lines = previewLines({ body: [noted] });
    expect(lines.map(({ key, kind, text }) => [key, kind, text])).toEqual([
      ["a", "normal", "正文还是正文"],
      ["a-n1", "part", "全国第一"],
      ["a-n2", "part", "后来的注"],
    ]);
    expect(fingerprint(lines)).not.toBe(
      fingerprint(
        previewLines({
          body: [{ ...noted, markDefs: [note("n1", "全国"), note("n2", "后来的注")] }],
        }),
      ),
    );
  });

  it.each([
    { _type: "image", alt: "厂房", caption: "新厂房", credit: "王某某 摄" },
    { _type: "gallery", images: [{ alt: "厂房", caption: "新厂房", credit: "王某某 摄" }] },
    { _type: "video", poster: { alt: "厂房" }, transcript: "开场白" },
    { _type: "attachment", title: "产品手册" },
    { _type: "pullQuote", text: "先看制度", attribution: "后勤主任" },
    { _type: "callout", text: "干活以前" },
    { _type: "table", caption: "干部名单", rows: [{ cells: ["后勤"] }] },
  ])("reads all that the site converts in $_type", (member) => {
    const lines = previewLines({ body: [{ _key: "a", ...member }] });
    expect(lines.map(({ text }) => text).join("")).toBe(proseOf(member).replaceAll("\n", ""));
  });

  it.each([[null], [{}], [{ title: 3, body: "x" }], [{ body: [null, { _type: "block" }] }]])(
    "answers no line for %j",
    (document) => {
      expect(previewLines(document)).toEqual([]);
    },
  );
});

describe("convertLines", () => {
  const request = { id: 7, from: "zh-Hans", to: "zh-Hant", glossary: [], overrides: [] } as const;
  const readingOf = (lines: ReturnType<typeof convertLines>["lines"]) =>
    lines.map(({ tokens }) => tokens.map(({ target }) => target).join(""));

  it("converts across a border between spans, and says what each word came from", () => {
    const lines = previewLines(article);
    const answer = convertLines({ ...request, glossary: [], overrides: [], lines });
    expect(answer.id).toBe(7);
    expect(readingOf(answer.lines).slice(0, 3)).toEqual([
      "頭髮護理的發展",
      "皇后以後",
      "我們重視頭髮護理",
    ]);
    for (const [at, { tokens }] of answer.lines.entries())
      expect(tokens.map(({ source }) => source).join("")).toBe(lines[at]?.text);
  });

  it("follows the article's own choice of form", () => {
    const lines = [{ key: "title", text: "皇后以后" }];
    const overrides = [{ from: "以后", to: "之後", locale: "zh-Hant" as const }];
    const answer = convertLines({ ...request, glossary: [], overrides, lines });
    expect(readingOf(answer.lines)).toEqual(["皇后之後"]);
  });

  it("keeps what is in doubt together and offers what else it could be", () => {
    const lines = [{ key: "title", text: "委员会复议了这件事" }];
    const [title] = convertLines({ ...request, glossary: [], overrides: [], lines }).lines;
    const doubtful = title?.tokens.filter(({ alternatives }) => alternatives.length > 0);
    expect(doubtful).toEqual([
      { source: "复议", target: "復議", alternatives: expect.arrayContaining(["複議", "覆議"]) },
    ]);
  });

  it("shows words that are marked as not to be converted as they are", () => {
    const marked = {
      ...block("a", []),
      markDefs: [{ _type: "noConvert", _key: "m" }],
      children: [
        { _type: "span", _key: "1", text: "发展", marks: ["m"] },
        { _type: "span", _key: "2", text: "发展", marks: [] },
      ],
    };
    const lines = previewLines({ body: [marked] });
    expect(
      readingOf(convertLines({ ...request, glossary: [], overrides: [], lines }).lines),
    ).toEqual(["发展發展"]);
  });
});

describe("fingerprint", () => {
  it("changes when a word changes or moves to another line, and only then", () => {
    const original = fingerprint(previewLines(article));
    expect(fingerprint(previewLines(structuredClone(article)))).toBe(original);
    expect(fingerprint(previewLines({ ...article, title: "头发" }))).not.toBe(original);
    expect(fingerprint([{ text: "ab" }, { text: "c" }])).not.toBe(
      fingerprint([{ text: "a" }, { text: "bc" }]),
    );
  });
});

describe("shownLines", () => {
  const texts = (version: Parameters<typeof shownLines>[1]) =>
    shownLines(article, version).map(({ text, isWritten }) => [isWritten === true, text]);

  it("takes what was written by hand, and the original's for what was not", () => {
    const version = { title: "頭髮護理的前景", excerpt: "", body: [block("m", ["人手寫的"])] };
    expect(texts(version)).toEqual([
      [true, "頭髮護理的前景"],
      [false, "皇后以后"],
      [true, "人手寫的"],
    ]);
  });

  it("ends with the words of the cover and the video, which are always converted", () => {
    const cover = { _type: "image", alt: "厂房" };
    const video = { _type: "video", transcript: "开场白" };
    const lines = shownLines(
      { ...article, cover, video },
      { title: "題", body: [block("m", ["文"])] },
    );
    expect(lines.slice(-2).map(({ text, isWritten }) => [text, isWritten])).toEqual([
      ["厂房", undefined],
      ["开场白", undefined],
    ]);
  });

  it("is the original without a version", () => {
    expect(texts(undefined)).toEqual(previewLines(article).map(({ text }) => [false, text]));
  });
});
