import { describe, expect, it } from "vitest";

import { rawArticleSchema, settingsSchema } from "@/lib/content/schema";

const whole = {
  _id: "article-a",
  _createdAt: "2026-01-01T00:00:00Z",
  title: "三期工厂投产",
  slug: "sanqi",
  publishedAt: "2026-11-16T02:08:00Z",
  script: "zh-Hans",
};

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

describe("settingsSchema", () => {
  it("needs the company's name alone", () => {
    expect(settingsSchema.parse({ legalName: "某公司" })).toMatchObject({
      hotline: null,
      logo: null,
    });
  });
});
