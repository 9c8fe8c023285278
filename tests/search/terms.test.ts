import { describe, expect, it } from "vitest";

import { indexTerms, readQuery } from "@/lib/search/terms.ts";

/** A Latin word of three letters or more may also be the pinyin initials of a title. */
const latin = (word: string) => `("${word}" * OR initials: "\u{E001}${word}" *)`;

describe("indexTerms", () => {
  it("keeps every pair of neighbouring Chinese characters, and Latin words whole", () => {
    expect(indexTerms(["公司5G網絡"])).toBe("公司 司 5g 网络 络");
  });

  it("keeps nothing that reaches across a comma", () => {
    expect(indexTerms(["网，络"])).toBe("网 \u{E000} 络");
  });

  it("keeps the same words in both scripts once", () => {
    expect(indexTerms(["网络", "網絡"])).toBe(indexTerms(["网络"]));
  });
});

describe("readQuery", () => {
  it.each([
    { typed: "網絡", match: '"网络"' },
    { typed: "网", match: '"网" *' },
    { typed: "ＩＳＯ 9001", match: `${latin("iso")} AND "9001" *` },
    { typed: "网络安全", match: '"网络 络安 安全"' },
    { typed: "5G网", match: '"5g 网" *' },
    { typed: '") OR title:*', match: `"or" * AND ${latin("title")}` },
  ])("reads $typed", ({ typed, match }) => {
    expect(readQuery(typed)?.match).toBe(match);
  });

  it.each(["", "   ", "!?*\"'()", "\u{E000}", "，。《》"])("asks for nothing with %j", (typed) => {
    expect(readQuery(typed)).toBeNull();
  });

  it("reads no more than the beginning of a text that is pasted in", () => {
    expect(readQuery("发展，。".repeat(10_000))?.words).toEqual(["发展"]);
    expect(readQuery("a b c d e f g h i j k")?.words).toHaveLength(8);
    expect(readQuery("泵".repeat(10_000))?.words[0]).toHaveLength(64);
  });
});
