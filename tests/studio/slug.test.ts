import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";

import { isSlug, slugFromTitle } from "../../lib/studio/slug.ts";

describe("slugFromTitle", () => {
  it.each([
    {
      name: "joins a word's syllables and separates words",
      title: "绿色工厂",
      slug: "lvse-gongchang",
    },
    { name: "reads a character by its word", title: "银行行长", slug: "yinhang-hangzhang" },
    { name: "leaves out words that say nothing", title: "技术的发展", slug: "jishu-fazhan" },
    { name: "keeps numbers and Latin words", title: "ISO 9001 认证", slug: "iso-9001-renzheng" },
    {
      name: "reads 重 and 长 by their words",
      title: "重庆的孩子长大",
      slug: "chongqing-haizi-zhangda",
    },
    { name: "takes accents off Latin letters", title: "Café 与 Straße", slug: "cafe-strasse" },
    { name: "answers nothing for nothing readable", title: "！？", slug: "" },
    { name: "survives a character beyond the basic plane", title: "𠮷祥", slug: "xiang" },
  ])("$name", ({ title, slug }) => {
    expect(slugFromTitle(title, pinyin)).toBe(slug);
  });

  it("ends a long one at a word, within what a slug may hold", () => {
    const slug = slugFromTitle(
      "公司在厦门召开年度技术发展大会并发布新一代节能产品".repeat(3),
      pinyin,
    );
    expect(slug.length).toBeLessThanOrEqual(48);
    expect(slug).toMatch(/^gongsi-xiamen-.*[a-z]$/);
    expect(isSlug(slug)).toBe(true);
  });
});

describe("isSlug", () => {
  it.each(["", "Big", "a b", "新闻", "a".repeat(97), "a/b", "a.b"])("refuses %j", (text) => {
    expect(isSlug(text)).toBe(false);
  });

  it.each(["a", "2026-iso-9001", "a".repeat(96)])("takes %j", (text) => {
    expect(isSlug(text)).toBe(true);
  });
});
