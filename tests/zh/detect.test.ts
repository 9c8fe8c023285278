import { describe, expect, it } from "vitest";

import { detectScript, findPlainScript } from "../../lib/zh/detect.ts";

describe("findPlainScript", () => {
  it.each([
    ["头发与发展", "zh-Hans"],
    ["頭髮與發展", "zh-Hant"],
    ["歡迎光臨", "zh-Hant"],
    ["公司于二〇二六年迁入新厂房，产能增加一倍。", "zh-Hans"],
    ["公司於二〇二六年遷入新廠房，產能增加一倍。", "zh-Hant"],
    ["本刊介绍一幅题为《雲》的画，作者现居厦门，展览将于十二月开幕，欢迎观众。", "zh-Hans"],
  ] as const)("is sure of %s", (text, script) => {
    expect(findPlainScript(text)).toBe(script);
  });

  it.each([
    ["nothing", ""],
    ["no Chinese", "API 3.0"],
    ["what both scripts write", "水泵安全操作"],
    ["what Simplified keeps of Traditional", "乾隆年造，瞭望于山"],
    ["one character that may be a name's", "張三"],
    ["both scripts side by side", "简体与繁體：头发、頭髮"],
    ["a Simplified title over Traditional words", "头发与发展 頭髮與發展"],
  ])("leaves open %s", (_name, text) => {
    expect(findPlainScript(text)).toBeNull();
  });
});

describe("detectScript", () => {
  it("takes what could be either for Simplified, and of two scripts the one with more", () => {
    expect(detectScript("水泵")).toBe("zh-Hans");
    expect(detectScript("头，與發展")).toBe("zh-Hant");
  });
});
