import { describe, expect, it } from "vitest";

import { sitemapIndex, sitemapPart, sitemapParts } from "@/lib/content/sitemap";

import { about, article, mapOf, smallSite } from "./site-documents";

describe("the sitemap", () => {
  const site = smallSite(article(50, { noindex: true }));

  it("has one file of pages and one for each five thousand articles", () => {
    const many = Array.from({ length: 5_001 }, (_, at) => article(at));
    expect(sitemapParts(mapOf(...many))).toEqual(["pages.xml", "articles-1.xml", "articles-2.xml"]);
    expect(sitemapIndex(mapOf(about))).toContain("/sitemap/pages.xml</loc>");
  });

  it("counts those alone that it lists, so that no file is empty", () => {
    const hidden = Array.from({ length: 5_000 }, (_, at) => article(at, { noindex: true }));
    const mostlyHidden = mapOf(article(9_000), ...hidden);
    expect(sitemapParts(mostlyHidden)).toEqual(["pages.xml", "articles-1.xml"]);
    expect(sitemapPart(mostlyHidden, "articles-2.xml")).toBeNull();
    expect(sitemapParts(mapOf(...hidden))).toEqual(["pages.xml"]);
  });

  it("names an article in both scripts, with the time of its last change", () => {
    const xml = sitemapPart(site, "articles-1.xml") ?? "";
    expect(xml).toContain("/zh-Hans/news/story-1</loc><lastmod>2026-01-01T00:00:00Z</lastmod>");
    expect(xml).toContain('hreflang="zh-Hant" href="http://localhost:3000/zh-Hant/news/story-1"');
  });

  it("leaves out what is not to be found, and lists without articles", () => {
    expect(sitemapPart(site, "articles-1.xml")).not.toContain("story-50");
    const pages = sitemapPart(site, "pages.xml") ?? "";
    expect(pages).toContain("/news/category/company<");
    expect(pages).not.toContain("/news/category/press<");
    expect(pages).toContain("/zh-Hant/about<");
  });

  it.each(["articles-0.xml", "articles-9.xml", "articles-x.xml", "../pages.xml", ""])(
    "has no part %j",
    (part) => {
      expect(sitemapPart(site, part)).toBeNull();
    },
  );
});
