import { describe, expect, it } from "vitest";

import { review } from "../../lib/zh/review.ts";
import { foldFor, readSet, scoreRows } from "../../scripts/bench/zh-sets.ts";

const options = { from: "zh-Hans", to: "zh-Hant" } as const;

describe("review", () => {
  it("names a doubtful word with its form, its alternatives and the reason", () => {
    expect(review("公司申请复议", options)).toEqual([
      { start: 4, end: 6, form: "復議", alternatives: ["複議", "覆議"], reason: "one-to-many" },
    ]);
  });

  it("shows the names it found", () => {
    expect(review("于洋说，好", options)).toMatchObject([
      { start: 0, end: 2, form: "于洋", reason: "name" },
    ]);
  });

  it("asks about Taiwan's words for Taiwan alone", () => {
    expect(review("这个项目很好", { ...options, to: "zh-Hant-TW" })).toMatchObject([
      { alternatives: ["專案"], reason: "regional" },
    ]);
    expect(review("这个项目很好", options)).toEqual([]);
  });

  it("asks of Traditional text what Simplified writes in two ways", () => {
    const back = { from: "zh-Hant", to: "zh-Hans" } as const;
    expect(review("王小明著《繁簡之間》", back)).toEqual([
      { start: 3, end: 4, form: "着", alternatives: ["著"], reason: "one-to-many" },
    ]);
    expect(review("他看著我", back)).toEqual([]);
  });

  it("asks about Taiwan's words where nobody said that the text is Taiwan's", () => {
    expect(review("新軟體上市", { from: "auto", to: "zh-Hans" })).toEqual([
      { start: 1, end: 3, form: "软体", alternatives: ["软件"], reason: "regional" },
    ]);
    expect(review("新軟體上市", { from: "zh-Hant-TW", to: "zh-Hans" })).toEqual([]);
  });

  it("shows what it mended in Traditional text", () => {
    expect(review("請联系客服", { from: "zh-Hant", to: "zh-Hant" })).toEqual([
      { start: 1, end: 3, form: "聯繫", alternatives: ["联系"], reason: "one-to-many" },
    ]);
    expect(review("請聯繫客服", { from: "zh-Hant", to: "zh-Hant" })).toEqual([]);
  });

  it("has nothing to ask of Simplified text that stays Simplified", () => {
    expect(review("公司申请复议", { from: "auto", to: "zh-Hans" })).toEqual([]);
  });

  it.each(["zh-Hans", "zh-Hant"] as const)("keeps its limit on Traditional text to %s", (to) => {
    const text = "王小明著 新軟體聯系后台。".repeat(900).slice(0, 10_000);
    expect(review(text, { from: "zh-Hant", to })).toHaveLength(20);
  });

  it("does not doubt what the editor decided", () => {
    const glossary = [
      { forms: { "zh-Hans": "于洋", "zh-Hant": "于洋" }, match: "always" as const },
    ];
    expect(review("于洋说，好", { ...options, glossary })).toEqual([]);
    expect(
      review("公司申请复议", { ...options, overrides: [{ from: "复议", to: "覆議" }] }),
    ).toEqual([]);
  });

  it("raises at most 20 flags in 10,000 characters of news", () => {
    const text = readSet("own-news")
      .filter(({ to }) => to === "t")
      .map(({ input }) => input)
      .join("。")
      .repeat(8)
      .slice(0, 10_000);
    expect(text).toHaveLength(10_000);
    expect(review(text, options).length).toBeLessThanOrEqual(20);
  });

  it("has at least 60 % of the wrong characters of the sets among its flags", () => {
    const rows = [
      "own-news",
      "own-one-to-many",
      "own-context-traps",
      "own-fresh",
      "opencc-golden-constitution",
    ].flatMap(readSet);
    const simplified = rows.filter(({ from, to }) => from === "s" && to !== "twp");
    const mistakes = scoreRows(simplified, "opencc").wrong.flatMap(({ row, got }) => {
      const [mine, right] = [got, row.expected].map(foldFor(row));
      const flags = review(row.input, options);
      return Array.from(row.input, (_, at) => at)
        .filter((at) => mine?.[at] !== right?.[at])
        .map((at) => ({
          sentence: row.input.slice(at - 4, at + 4),
          isFlagged: flags.some(({ start, end }) => start <= at && at < end),
        }));
    });
    const flagged = mistakes.filter(({ isFlagged }) => isFlagged).length;
    expect(flagged / Math.max(1, mistakes.length), JSON.stringify(mistakes)).toBeGreaterThanOrEqual(
      mistakes.length > 0 ? 0.6 : 0,
    );
  });
});
