import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { findLeaks } from "../../lib/zh/leak.ts";

const messages = (locale: string) =>
  readFileSync(new URL(`../../messages/${locale}.json`, import.meta.url), "utf8");

describe("findLeaks", () => {
  it("finds Simplified characters in Traditional text, and the reverse", () => {
    expect(findLeaks("聯系与發展", "zh-Hant").map(({ character }) => character)).toEqual(["与"]);
    expect(findLeaks("联系與发展", "zh-Hans")).toMatchObject([
      { start: 2, end: 3, character: "與" },
    ]);
  });

  it.each(["太后在里弄", "公里與干涉", "台北群峰", "吃麵的表哥", "𠮷野家 abc"])(
    "accepts %s in Traditional text",
    (text) => {
      expect(findLeaks(text, "zh-Hant")).toEqual([]);
    },
  );

  it.each(["乾隆年间的著名画家", "慰藉与覆盖", "宫商角徵羽"])(
    "accepts %s in Simplified text",
    (text) => {
      expect(findLeaks(text, "zh-Hans")).toEqual([]);
    },
  );

  it("passes over what is allowed to stay", () => {
    expect(findLeaks("語言：简体中文", "zh-Hant", ["简体中文"])).toEqual([]);
  });

  it.each(["zh-Hans", "zh-Hant"] as const)("finds none in the interface texts of %s", (locale) => {
    expect(
      findLeaks(messages(locale), locale, ["简体中文", "繁體中文", "简体", "繁體", "简", "繁"]),
    ).toEqual([]);
  });
});
