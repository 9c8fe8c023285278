import { describe, expect, it } from "vitest";

import { findWords, sayFindings } from "../../../lib/studio/words/word-rules.ts";

const wordsIn = (text: string) => findWords(text).map(({ word }) => word);

describe("findWords", () => {
  it.each([
    { text: "我们是行业第一品牌，产品最佳", words: ["最佳", "行业第一"] },
    { text: "國家級實驗室，絕對可靠", words: ["國家級", "絕對可靠"] },
    { text: "最佳与最佳", words: ["最佳"] },
    { text: "最大流量 40 立方米，今年的第一台泵", words: [] },
    { text: "", words: [] },
  ])("finds $words in $text", ({ text, words }) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it.each([
    { name: "a sign between two characters", text: "产品最*佳之选", words: ["最*佳"] },
    { name: "a space", text: "产品最 佳", words: ["最 佳"] },
    { name: "characters nobody sees", text: "产品最\u200b佳", words: ["最\u200b佳"] },
    { name: "an emoji", text: "产品最🔥佳", words: ["最🔥佳"] },
    { name: "enclosed numerals", text: "全国第㈠", words: ["全国第㈠"] },
    { name: "circled figures", text: "行业第①", words: ["行业第①"] },
    { name: "a plain figure", text: "全球第1的水泵", words: ["全球第1"] },
    { name: "full-width forms", text: "１００％有效", words: ["１００％有效"] },
    { name: "pinyin", text: "这是zui佳选择", words: ["zui佳"] },
    { name: "pinyin with tones", text: "国家jí实验室", words: ["国家jí"] },
    { name: "a look-alike", text: "蕞佳选择", words: ["蕞佳"] },
    { name: "two of them at once", text: "顶*ji工艺", words: ["顶*ji"] },
  ])("sees through $name", ({ text, words }) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it.each([
    "到此为最，佳作另有",
    "三项之最\n佳节将至",
    "HF-D3 Zui Jia 系列",
    "ji di ding",
    "兄弟一家，瑜伽房",
    "A*B",
  ])("leaves plain writing alone: %j", (text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  it("looks for the company's own words as well, masked ones too", () => {
    const own = [
      { word: "老客户", reason: "我们说老朋友", suggestion: "老朋友" },
      { word: "Pump", reason: "", suggestion: "" },
      { word: " ", reason: "", suggestion: "" },
    ];
    expect(findWords("各位老*客户，pump 到了", own)).toEqual([
      {
        word: "老*客户",
        reason: {
          "zh-Hans": "改写过的“老客户”：我们说老朋友，建议写“老朋友”",
          "zh-Hant": "改寫過的「老客户」：我们说老朋友，建議寫「老朋友」",
        },
      },
      {
        word: "pump",
        reason: { "zh-Hans": "在本公司的用词表里", "zh-Hant": "在本公司的用詞表裡" },
      },
    ]);
  });
});

describe("sayFindings", () => {
  it("gives the reason in both interface languages", () => {
    expect(sayFindings(findWords("顶级工艺"))).toEqual({
      "zh-Hans": expect.stringMatching(/^“顶级”：《广告法》/),
      "zh-Hant": expect.stringMatching(/^「顶级」：《廣告法》/),
    });
  });

  it("says every reason once, with all its words", () => {
    const said = sayFindings(findWords("顶级的最佳，零风险，最*佳"));
    expect(said).toEqual({
      "zh-Hans":
        "“顶级”“最佳”：《广告法》第九条禁止这类最高级用语，请改用可以证明的事实；" +
        "“最*佳”：改写过的“最佳”：《广告法》第九条禁止这类最高级用语，请改用可以证明的事实；" +
        "“零风险”：无法证明的保证会被认定为虚假宣传",
      "zh-Hant": expect.stringContaining("「零风险」：無法證明的保證"),
    });
  });

  it("has nothing to say about plain text, or none", () => {
    expect(sayFindings(findWords("一台磁力泵"))).toBe(true);
    expect(sayFindings(findWords(""))).toBe(true);
  });
});
