import { describe, expect, it } from "vitest";

import { catalogueOf } from "@/lib/content/searchable";

import { about, article, company, entry } from "./site-documents.ts";

describe("catalogueOf", () => {
  it("names articles and pages that have an address, and nothing else", () => {
    const entries = [
      article(1),
      about,
      company,
      article(2, { slug: null }),
      article(3, { slug: "Ü" }),
    ];
    expect([...catalogueOf(entries).keys()]).toEqual(["a1", "p1"]);
  });

  it("gives every document a new revision when the glossary changes", () => {
    const revisionWith = (revision: string) =>
      catalogueOf([article(1), entry("glossaryTerm", "g1", { revision })]).get("a1");
    expect(revisionWith("2")).not.toBe(revisionWith("1"));
  });
});
