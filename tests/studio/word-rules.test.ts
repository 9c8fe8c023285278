import { describe, expect, it } from "vitest";

import { checkWords, findWords } from "../../lib/studio/word-rules.ts";

describe("findWords", () => {
  it.each([
    { text: "我们是行业第一品牌，产品最佳", words: ["最佳", "行业第一"] },
    { text: "國家級實驗室，絕對可靠", words: ["國家級", "絕對可靠"] },
    { text: "最佳与最佳", words: ["最佳"] },
    { text: "最大流量 40 立方米，今年的第一台泵", words: [] },
    { text: "", words: [] },
  ])("finds $words in $text", ({ text, words }) => {
    expect(findWords(text).map(({ word }) => word)).toEqual(words);
  });
});

describe("checkWords", () => {
  it("gives the reason in both interface languages", () => {
    expect(checkWords("顶级工艺")).toEqual({
      "zh-Hans": expect.stringMatching(/^“顶级”：《广告法》/),
      "zh-Hant": expect.stringMatching(/^“顶级”：《廣告法》/),
    });
  });

  it("has nothing to say about plain text, or none", () => {
    expect(checkWords("一台磁力泵")).toBe(true);
    expect(checkWords(undefined)).toBe(true);
  });
});
