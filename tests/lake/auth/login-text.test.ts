import { describe, expect, it } from "vitest";

import { chooseLoginText } from "../../../lib/lake/auth/login-text.ts";

describe("chooseLoginText", () => {
  it.each([
    { header: undefined, lang: "zh-Hans" },
    { header: "zh-CN,zh;q=0.9,en;q=0.8", lang: "zh-Hans" },
    { header: "zh-TW,zh;q=0.9,en-US;q=0.8", lang: "zh-Hant" },
    { header: "zh-Hant-HK", lang: "zh-Hant" },
    { header: "zh-HK;q=0.5,en;q=0.9", lang: "en" },
    { header: "en-GB,en;q=0.9", lang: "en" },
    { header: "fr-FR,fr;q=0.9,en;q=0.2", lang: "en" },
    { header: "fr-FR,ja", lang: "zh-Hans" },
    { header: "en;q=0,zh-TW", lang: "zh-Hant" },
    { header: ";;;q=,,", lang: "zh-Hans" },
  ])("answers $header in $lang", ({ header, lang }) => {
    expect(chooseLoginText(header).lang).toBe(lang);
  });
});
