import { describe, expect, it } from "vitest";

import { sitePath, targetOf } from "../../../lib/studio/links/site-path.ts";

const origin = "https://www.houfan.example";

describe("sitePath", () => {
  it.each([
    ["/news/a", "/news/a"],
    ["/zh-Hant/news/a/?from=wechat#part", "/news/a"],
    ["/zh-Hant-TW", "/"],
    [`${origin}/zh-Hans/about`, "/about"],
    ["#part", "/"],
    ["https://example.com/news/a", null],
    ["//example.com/news/a", null],
    ["mailto:a@example.com", null],
    ["https://", null],
  ])("reads %s as %s", (href, path) => {
    expect(sitePath(href, origin)).toBe(path);
  });
});

describe("targetOf", () => {
  it.each([
    ["/", null],
    ["/news", null],
    ["/news/page/2", null],
    ["/feed.xml", null],
    ["/api/vcard/a", null],
    ["/studio", null],
    ["/news/a", { type: "article", slug: "a" }],
    ["/news/category/company/page/3", { type: "category", slug: "company" }],
    ["/news/tag/pumps", { type: "tag", slug: "pumps" }],
    ["/news/archive/2026", { type: "year", year: "2026" }],
    ["/about", { type: "page", slug: "about" }],
    ["/about/us", { type: "none" }],
    ["/news/archive/26", { type: "none" }],
    ["/news/a/b/c", { type: "none" }],
  ])("%s needs %j", (path, target) => {
    expect(targetOf(path)).toEqual(target);
  });
});
