import { describe, expect, it } from "vitest";

import { isSlug, pageNumber } from "@/lib/content/slug";

describe("isSlug", () => {
  it.each([
    ["xin-zhengcheng-2026", true],
    ["a".repeat(96), true],
    ["a".repeat(97), false],
    ["", false],
    ["Upper", false],
    ["新征程", false],
    ["a/b", false],
    ["..", false],
  ])("%j → %s", (slug, expected) => {
    expect(isSlug(slug)).toBe(expected);
  });
});

describe("pageNumber", () => {
  it.each([
    ["2", 2],
    ["10", 10],
    ["1", null],
    ["0", null],
    ["02", null],
    ["-2", null],
    ["2.5", null],
    ["999999", null],
    ["x", null],
  ])("%j → %s", (text, expected) => {
    expect(pageNumber(text)).toBe(expected);
  });
});
