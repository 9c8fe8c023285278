import { describe, expect, it } from "vitest";

import { createConverter } from "../../lib/zh/converter.ts";

const toHant = createConverter({ from: "zh-Hans", to: "zh-Hant" });
const toHans = createConverter({ from: "zh-Hant", to: "zh-Hans" });
const toTaiwan = createConverter({ from: "zh-Hans", to: "zh-Hant-TW" });
const toHongKong = createConverter({ from: "zh-Hans", to: "zh-Hant-HK" });

describe("createConverter", () => {
  it.each([
    ["联系我们，并回答提问", "聯繫我們，並回答提問"],
    ["这一特征处于疫后的新征程", "這一特徵處於疫後的新征程"],
    ["采购干部干预干燥剂的制造制度", "採購幹部干預乾燥劑的製造制度"],
    ["皇后以后发展头发系统的联系", "皇后以後發展頭髮系統的聯繫"],
    ["发展中国家用电脑发邮件", "發展中國家用電腦發郵件"],
    ["他说“这是‘第一’的意思”", "他說「這是『第一』的意思」"],
    ["他的头发干了，公司又干了十年", "他的頭髮乾了，公司又幹了十年"],
    ["等油漆干透再动", "等油漆乾透再動"],
    ["夜班的于师傅姓于，归功于老师", "夜班的于師傅姓于，歸功於老師"],
    ["百姓于乱世", "百姓於亂世"],
    ["面点师傅于海波放入葱花和干辣椒", "麵點師傅于海波放入蔥花和乾辣椒"],
  ])("writes %s as %s at zh-Hant", (simplified, traditional) => {
    expect(toHant.convertText(simplified)).toBe(traditional);
  });

  it.each([
    ["聯繫方式：蘭順長", "联系方式：兰顺长"],
    ["他說「這是『第一』的意思」", "他说“这是‘第一’的意思”"],
    ["裡面有著名的乾隆年間乾燥花", "里面有著名的乾隆年间干燥花"],
  ])("writes %s as %s at zh-Hans", (traditional, simplified) => {
    expect(toHans.convertText(traditional)).toBe(simplified);
  });

  it("uses Taiwan's words for zh-Hant-TW alone", () => {
    expect(toTaiwan.convertText("软件和视频")).toBe("軟體和影片");
    expect(toHant.convertText("软件和视频")).toBe("軟件和視頻");
  });

  it("uses Hong Kong's characters for zh-Hant-HK", () => {
    expect(toHongKong.convertText("台湾说着里面")).toBe("台灣説着裏面");
  });

  it("tells the script by itself when asked to", () => {
    const auto = createConverter({ from: "auto", to: "zh-Hans" });
    expect(auto.convertText("繁體與簡體")).toBe("繁体与简体");
    expect(auto.convertText("繁体与简体")).toBe("繁体与简体");
  });

  it("mends what a character-by-character converter left behind in Traditional text", () => {
    const same = createConverter({ from: "zh-Hant", to: "zh-Hant" });
    expect(same.convertText("聯系我們，并處于特征采購")).toBe("聯繫我們，並處於特徵採購");
    expect(same.convertText("太后走後，后妃也走了")).toBe("太后走後，后妃也走了");
  });

  it.each([
    "请看 https://www.example.com/新闻/后台?q=发",
    "写信到 ir@example.com",
    "`后台.发布()`",
    "#云发布后台#",
    "@后台小编",
  ])("leaves the address, code or tag of %s alone", (text) => {
    const untouched = text.replace(/^(请看|写信到) /u, "");
    expect(toHant.convertText(text)).toContain(untouched);
  });
});

describe("the editor's say", () => {
  const glossary = [
    { forms: { "zh-Hans": "台积电", "zh-Hant": "台積電" }, match: "always" as const },
    { forms: { "zh-Hans": "云上厦门", "zh-Hant": "雲上廈門" }, match: "always" as const },
    { forms: { "zh-Hans": "云上", "zh-Hant": "云上" }, match: "always" as const },
    { forms: { "zh-Hans": "于正", "zh-Hant": "于正" }, match: "word" as const },
  ];

  it("lets the longest term win", () => {
    const { convertText } = createConverter({ from: "zh-Hans", to: "zh-Hant", glossary });
    expect(convertText("云上厦门与云上")).toBe("雲上廈門與云上");
  });

  it("fires a word entry only between word borders", () => {
    const { convertText } = createConverter({ from: "zh-Hans", to: "zh-Hant", glossary });
    expect(convertText("关于正式发布，导演于正出席")).toBe("關於正式發布，導演于正出席");
  });

  it("lets an article's override beat the glossary, and one for the locale beat a general one", () => {
    const overrides = [
      { from: "台积电", to: "臺積" },
      { from: "台积电", to: "臺積電", locale: "zh-Hant" as const },
      { from: "台积电", to: "TSMC", locale: "zh-Hans" as const },
    ];
    const { convertText } = createConverter({
      from: "zh-Hans",
      to: "zh-Hant",
      glossary,
      overrides,
    });
    expect(convertText("台积电")).toBe("臺積電");
  });

  it("knows a term by any of its forms", () => {
    const { convertText } = createConverter({ from: "zh-Hant", to: "zh-Hans", glossary });
    expect(convertText("台積電與雲上廈門")).toBe("台积电与云上厦门");
  });
});
