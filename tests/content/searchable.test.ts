import { describe, expect, it } from "vitest";

import { catalogueOf } from "@/lib/content/searchable";

import { about, article, company, entry } from "./site-documents.ts";

describe("catalogueOf", () => {
  it("names people to turn to, and articles and pages that have an address, and nothing else", () => {
    const entries = [
      article(1),
      about,
      company,
      entry("contactPerson", "k1"),
      entry("author", "w1"),
      article(2, { slug: null }),
      article(3, { slug: "Ü" }),
    ];
    expect([...catalogueOf(entries).keys()]).toEqual(["a1", "p1", "k1"]);
  });

  it("gives every document a new revision when the glossary changes", () => {
    const revisionWith = (revision: string) =>
      catalogueOf([article(1), entry("glossaryTerm", "g1", { revision })]).get("a1");
    expect(revisionWith("2")).not.toBe(revisionWith("1"));
  });

  it.each(["category", "tag", "author"] as const)(
    "gives a document a new revision when its %s does, and no other",
    (type) => {
      const names = { category: "n-category", tags: ["n-tag"], author: "n-author" };
      const at = (revision: string) =>
        catalogueOf([article(1, names), article(2), entry(type, `n-${type}`, { revision })]);
      expect(at("2").get("a1")).not.toBe(at("1").get("a1"));
      expect(at("2").get("a2")).toBe(at("1").get("a2"));
    },
  );
});
