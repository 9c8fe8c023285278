import { describe, expect, it } from "vitest";

import { ownPath, redirectId, renameIn } from "@/lib/content/redirects";

import { about, article, company, entry, pumps } from "./site-documents";

const author = entry("author", "w1", { slug: "lin" });

describe("renameIn", () => {
  const before = article(1);

  it("names the addresses of an article that got another slug", () => {
    const after = { ...before, slug: "renamed" };
    expect(renameIn({ before, after })).toEqual({ from: "/news/story-1", to: "/news/renamed" });
  });

  it("names those of a page", () => {
    const after = { ...about, slug: "company" };
    expect(renameIn({ before: about, after })).toEqual({ from: "/about", to: "/company" });
  });

  it.each([
    { name: "a category", before: company, from: "/news/category/company", to: "/news/category/x" },
    { name: "a tag", before: pumps, from: "/news/tag/pumps", to: "/news/tag/x" },
  ])("names those of $name", ({ before: old, from, to }) => {
    expect(renameIn({ before: old, after: { ...old, slug: "x" } })).toEqual({ from, to });
  });

  it.each([
    ["an edit", { before, after: { ...before, revision: "2" } }],
    ["a first publish", { before: null, after: before }],
    ["an unpublish", { before, after: null }],
    ["an author's new slug", { before: author, after: { ...author, slug: "x" } }],
  ])("is silent after %s", (_, change) => {
    expect(renameIn(change)).toBeNull();
  });
});

describe("ownPath", () => {
  it.each([
    ["an article", article(1), "/news/story-1"],
    ["a page", about, "/about"],
    ["a category", company, "/news/category/company"],
    ["an author", author, null],
  ])("of %s", (_, found, path) => {
    expect(ownPath(found)).toBe(path);
  });
});

describe("redirectId", () => {
  it("is the same for the same address, and has no dot, so that it is public", () => {
    expect(redirectId("/news/a")).toBe(redirectId("/news/a"));
    expect(redirectId("/news/a")).toMatch(/^redirect-[0-9a-f]{40}$/);
  });
});
