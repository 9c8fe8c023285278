import { afterEach, describe, expect, it, vi } from "vitest";

import { negotiate } from "@/lib/i18n/negotiate";

const ask = (acceptLanguage: string | null, cookie?: string) =>
  negotiate({ acceptLanguage, cookie, otherwise: "zh-Hant" });

describe("negotiate", () => {
  it.each([
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-MY", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["zh-MO", "zh-Hant"],
    ["yue", "zh-Hant"],
    ["yue-CN", "zh-Hans"],
    ["zh-yue", "zh-Hant"],
    ["cmn-TW", "zh-Hant"],
    ["zh-Hans-TW", "zh-Hans"],
    ["zh-hant-cn", "zh-Hant"],
    ["en-US,en;q=0.9,zh-CN;q=0.5", "zh-Hans"],
    ["zh-TW;q=0.3,zh-CN;q=0.8", "zh-Hans"],
    ["zh-CN;q=0,zh-TW;q=0.1", "zh-Hant"],
    ["zh-cn,zh-tw", "zh-Hans"],
  ])("reads %s as %s", (header, locale) => {
    expect(ask(header)).toBe(locale);
  });

  it.each([null, "", "*", "en-US,en;q=0.9", "ja", "zh-CN;q=0", "zh-Latn", "not a tag;;q=x", "_"])(
    "takes the company's script for %j, which asks for no Chinese",
    (header) => {
      expect(ask(header)).toBe("zh-Hant");
    },
  );

  it("lets the reader's own choice win, and no made-up one", () => {
    expect(ask("zh-CN", "zh-Hant")).toBe("zh-Hant");
    expect(ask("zh-CN", "fr")).toBe("zh-Hans");
  });
});

describe("with the forms of Taiwan and Hong Kong switched on", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it.each([
    ["zh-TW", "zh-Hant-TW"],
    ["zh-HK", "zh-Hant-HK"],
    ["zh-MO", "zh-Hant-HK"],
    ["yue", "zh-Hant-HK"],
    ["zh-Hant", "zh-Hant"],
    ["zh-CN", "zh-Hans"],
  ])("reads %s as %s", async (header, locale) => {
    vi.stubEnv("LOCALES", "zh-Hant-HK, zh-Hans,zh-Hant,zh-Hant-TW");
    vi.resetModules();
    const regional = await import("@/lib/i18n/negotiate");
    const { locales } = await import("@/lib/i18n/locales");
    expect(locales).toEqual(["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"]);
    const asked = { acceptLanguage: header, cookie: undefined, otherwise: "zh-Hans" as const };
    expect(regional.negotiate(asked)).toBe(locale);
  });
});
