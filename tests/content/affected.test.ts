import { describe, expect, it } from "vitest";

import { affectedBy, together } from "@/lib/content/affected";

import { about, article, company, entry, mapOf, press, smallSite } from "./site-documents";

describe("affectedBy", () => {
  it("renews an edited article, its lists and those beside it, and keeps them readable meanwhile", () => {
    const before = article(5, { category: "c1", tags: ["t1"] });
    const affected = affectedBy({ before, after: { ...before, revision: "2" } }, smallSite());
    expect(affected.expired).toEqual([]);
    expect(affected.stale).toEqual(
      expect.arrayContaining([
        "article:story-5",
        "articles",
        "category:company",
        "tag:pumps",
        "year:2026",
      ]),
    );
    expect(affected.stale).toEqual(expect.arrayContaining(["article:story-4", "article:story-6"]));
    expect(affected.paths).toEqual(
      expect.arrayContaining([
        "/",
        "/news",
        "/news/page/2",
        "/news/story-5",
        "/news/category/company/page/2",
      ]),
    );
    expect(affected.all).toBe(false);
  });

  it("leaves alone what stands far away", () => {
    const before = article(1, { category: "c1" });
    const affected = affectedBy({ before, after: { ...before, revision: "2" } }, smallSite());
    expect(affected.stale).not.toContain("article:story-12");
    expect(affected.stale).not.toContain("category:press");
    expect(affected.stale).not.toContain("content");
  });

  it("takes an unpublished article away at once", () => {
    const gone = article(20, { category: "c1" });
    const affected = affectedBy({ before: gone, after: null }, smallSite());
    expect(affected.expired).toEqual(["article:story-20"]);
    expect(affected.stale).toContain("article:story-13");
  });

  it("shows a new article at once where there was none", () => {
    const fresh = article(20, { category: "c1" });
    expect(affectedBy({ before: null, after: fresh }, smallSite(fresh)).expired).toEqual([
      "article:story-20",
    ]);
  });

  it("names both addresses of a renamed article", () => {
    const before = article(5, { category: "c1" });
    const after = { ...before, slug: "renamed", revision: "2" };
    const affected = affectedBy({ before, after }, smallSite(after));
    expect(affected.expired).toEqual(["article:story-5", "article:renamed"]);
    expect(affected.paths).toEqual(expect.arrayContaining(["/news/story-5", "/news/renamed"]));
  });

  it("renews both categories of an article that changed its own", () => {
    const before = article(5, { category: "c1" });
    const after = { ...before, category: "c2", revision: "2" };
    const affected = affectedBy({ before, after }, smallSite(after));
    expect(affected.stale).toEqual(expect.arrayContaining(["category:company", "category:press"]));
  });

  it("renews a page, and the brief that lists it", () => {
    const affected = affectedBy({ before: about, after: { ...about, revision: "2" } }, smallSite());
    expect(affected).toMatchObject({
      stale: ["page:about", "pages"],
      paths: ["/about", "/llms.txt"],
      all: false,
    });
  });

  it.each([
    ["siteSettings", "settings"],
    ["navigation", "settings"],
    ["contactPerson", "contacts"],
    ["glossaryTerm", "glossary"],
    ["author", "authors"],
  ] as const)("renews every page after a change of %s", (type, tag) => {
    const before = entry(type, "x");
    const affected = affectedBy({ before, after: { ...before, revision: "2" } }, mapOf(before));
    expect(affected).toMatchObject({ stale: [tag], all: true });
  });

  it("knows a category by its old and its new slug", () => {
    const after = { ...company, slug: "enterprise", revision: "2" };
    const affected = affectedBy({ before: company, after }, mapOf(after, press));
    expect(affected.stale).toEqual(["categories", "category:company", "category:enterprise"]);
  });
});

describe("together", () => {
  it("lets the stronger of two words about a tag hold", () => {
    const part = { stale: ["a", "b"], expired: [], paths: ["/"], prefixes: [], all: false };
    const other = { ...part, stale: [], expired: ["a"], all: true };
    expect(together([part, other])).toEqual({
      stale: ["b"],
      expired: ["a"],
      paths: ["/"],
      prefixes: [],
      all: true,
    });
  });
});
