import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";

import { documentOf, membersOf } from "@/lib/content/lenient";
import { rawArticleSchema, rawSummarySchema, settingsSchema } from "@/lib/content/schema";

const whole = {
  _id: "article-a",
  _createdAt: "2026-01-01T00:00:00Z",
  title: "三期工厂投产",
  slug: "sanqi",
  publishedAt: "2026-11-16T02:08:00Z",
  script: "zh-Hans",
};

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, "warn").mockImplementation((line: string) => void lines.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("rawArticleSchema", () => {
  it("needs no more than an id, a title and a slug", () => {
    const article = rawArticleSchema.parse(whole);
    expect(article).toMatchObject({
      excerpt: null,
      cover: null,
      body: [],
      tags: [],
      pinned: false,
    });
  });

  it("takes fields of the wrong kind as missing", () => {
    const wrong = {
      excerpt: 7,
      cover: { asset: null },
      category: [],
      tags: "x",
      video: {},
      seo: 1,
    };
    const article = rawArticleSchema.parse({ ...whole, ...wrong, publishedAt: "tomorrow" });
    expect(article).toMatchObject({ excerpt: null, cover: null, video: null, publishedAt: null });
  });

  it("plays a video of which the whole address was given, and none of which it is not known", () => {
    const of = (providerId: string) =>
      rawArticleSchema.parse({ ...whole, video: { provider: "bilibili", providerId } }).video;
    expect(of("https://www.bilibili.com/video/BV1xx411c7mD")?.source).toMatchObject({
      id: "BV1xx411c7mD",
    });
    expect(of("水泵怎么装")).toBeNull();
  });

  it.each([
    ["without a title", { title: undefined }],
    ["with a blank title", { title: " " }],
    ["with a slug that is no slug", { slug: "../etc" }],
  ])("refuses an article %s", (_, change) => {
    expect(rawArticleSchema.safeParse({ ...whole, ...change }).success).toBe(false);
  });

  it("lets an override without locale hold for every script", () => {
    const overrides = [
      { from: "干", to: "幹", locale: null },
      { from: "里", to: "裡", locale: "zh-Hant" },
    ];
    expect(rawArticleSchema.parse({ ...whole, overrides }).overrides).toEqual([
      { from: "干", to: "幹" },
      { from: "里", to: "裡", locale: "zh-Hant" },
    ]);
  });

  it("serves pictures from this site, cropped as the editor cropped them", () => {
    const cover = {
      asset: { _ref: "image-abc123-1000x500-png" },
      alt: "厂房",
      crop: { top: 0, bottom: 0.5, left: 0.25, right: 0.25 },
    };
    expect(rawArticleSchema.parse({ ...whole, cover }).cover).toMatchObject({
      path: "/api/lake/images/yiwen/production/abc123-1000x500.png",
      rect: "250,0,500,250",
      width: 500,
      height: 250,
    });
  });
});

describe("the log", () => {
  const place = "content: in the article (article-a sanqi):";
  const article = z.object({ article: documentOf(rawArticleSchema, "article") });

  it("names the document, and within it what is malformed", () => {
    const table = { _type: "table", _key: "t", caption: 42, rows: [] };
    article.parse({
      article: {
        ...whole,
        excerpt: 42,
        publishedAt: "tomorrow",
        seo: { title: ["x"] },
        tags: "x",
        body: [{ _type: "unknownThing", _key: "u" }, table],
      },
    });
    expect(lines.toSorted()).toEqual([
      `${place} found a string where a list should be, each of it a reference`,
      `${place} left out a malformed body member (unknownThing u): Invalid input`,
      `${place} left out the malformed caption of the body member (table t), a number`,
      `${place} left out the malformed excerpt, a number`,
      `${place} left out the malformed publishedAt, a string`,
      `${place} left out the malformed seo.title, a list`,
    ]);
  });

  it("names the document that a body without a list belongs to, wherever it is read", () => {
    const documents = [
      { ...whole, body: "text" },
      { ...whole, _id: "article-b", slug: "b", excerpt: {} },
    ];
    membersOf(rawArticleSchema, "article").parse(documents);
    expect(lines).toEqual([
      `${place} found a string where a list should be, each of it a body member`,
    ]);
  });

  it("names a document that cannot be read, in a list and by itself", () => {
    membersOf(rawSummarySchema, "article").parse([{ ...whole, title: 1 }]);
    expect(lines[0]).toMatch(/left out a malformed article \(article-a sanqi\): title /);
    const { error } = article.safeParse({ article: { ...whole, title: 1 } });
    expect(error?.message).toContain("article (article-a sanqi): title ");
  });

  it("has no word for what an editor left empty", () => {
    const empty = { excerpt: " ", cover: { _type: "image", asset: null }, seo: { title: "" } };
    article.parse({ article: { ...whole, ...empty, video: {}, body: null } });
    expect(lines).toEqual([]);
  });
});

describe("settingsSchema", () => {
  it("needs the company's name alone", () => {
    expect(settingsSchema.parse({ legalName: "某公司" })).toMatchObject({
      hotline: null,
      logo: null,
    });
  });
});
