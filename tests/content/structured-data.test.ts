import { describe, expect, it } from "vitest";

import type { Article } from "@/lib/content/articles";
import type { Contact } from "@/lib/content/schema";
import type { Site } from "@/lib/content/site";
import { articleFacts, organizationFacts } from "@/lib/content/structured-data";

const settings: Site["settings"] = {
  legalName: "厦门后帆精密泵阀有限公司",
  shortName: "后帆",
  name: "后帆",
  logo: null,
  tagline: null,
  description: null,
  address: null,
  hotline: null,
  email: null,
  hours: null,
  icpNumber: null,
  psbNumber: null,
  wechatQr: null,
  defaultScript: "zh-Hans",
  shareImage: null,
};
const site: Site = { settings, header: [], footer: [], friends: [] };

const person = (fields: Partial<Contact>): Contact => ({
  _id: "p",
  name: "于先生",
  role: null,
  tel: null,
  mobile: null,
  email: null,
  wechatId: null,
  wechatQr: null,
  hours: null,
  region: null,
  ...fields,
});

const noExtras = { poster: null, captions: [], transcript: null, duration: null };

const article: Article = {
  id: "a",
  slug: "a-film",
  title: "一部影片",
  excerpt: null,
  cover: null,
  category: null,
  publishedAt: "2026-01-01T00:00:00Z",
  isPinned: false,
  hasVideo: true,
  tags: [],
  body: [],
  source: null,
  author: null,
  updatedAt: null,
  updateNote: null,
  contact: null,
  seo: null,
  readingMinutes: 1,
  older: null,
  newer: null,
  related: [],
  fields: { title: "title", excerpt: "excerpt", body: "body" },
  video: {
    source: { kind: "provider", provider: "bilibili", id: "BV1xx411c7mD" },
    ...noExtras,
  },
};

describe("organizationFacts", () => {
  it("names whom one can reach, by what there is, and nobody else", () => {
    const people = [
      person({ name: "甲", tel: "0592-000-0000", role: "销售" }),
      person({ name: "乙", mobile: "154-0000-0999" }),
      person({ name: "丙", email: "c@houfan.example" }),
      person({ name: "丁", wechatId: "only-wechat" }),
    ];
    expect(organizationFacts(site, "zh-Hans", people)["contactPoint"]).toMatchObject([
      { name: "甲", telephone: "0592-000-0000", contactType: "销售" },
      { name: "乙", telephone: "154-0000-0999", contactType: "联系人" },
      { name: "丙", email: "c@houfan.example", contactType: "联系人" },
    ]);
  });

  it("names the hotline first, and no points of contact where there are none", () => {
    const called = { ...site, settings: { ...settings, hotline: "400-000-0000" } };
    expect(organizationFacts(called, "zh-Hant")["contactPoint"]).toEqual([
      { "@type": "ContactPoint", contactType: "全國服務熱線", telephone: "400-000-0000" },
    ]);
    expect(organizationFacts(site, "zh-Hans")["contactPoint"]).toBeUndefined();
  });
});

describe("articleFacts", () => {
  it("has pictures and a player for a film without any picture of its own", () => {
    const facts = articleFacts(article, site, "zh-Hant");
    const card = /\/zh-Hant\/card\/news\/a-film\/[\da-f]{16}-wide\.png$/;
    expect(facts["image"]).toEqual([
      expect.stringMatching(card),
      expect.stringMatching(/-square\.png$/),
    ]);
    expect(facts["video"]).toMatchObject({
      name: "一部影片",
      thumbnailUrl: expect.stringMatching(card),
      embedUrl: "https://player.bilibili.com/player.html?bvid=BV1xx411c7mD",
    });
  });

  it("finds an older film of Bilibili by its number", () => {
    const source = { kind: "provider" as const, provider: "bilibili" as const, id: "av170001" };
    const old = { ...article, video: { source, ...noExtras } };
    expect(articleFacts(old, site, "zh-Hans")["video"]).toMatchObject({
      embedUrl: "https://player.bilibili.com/player.html?aid=170001",
    });
  });

  it("names the films in the text too", () => {
    const source = { kind: "provider" as const, provider: "youtube" as const, id: "abc" };
    const inText = { _key: "v", _type: "video" as const, source, ...noExtras };
    const facts = articleFacts({ ...article, body: [inText] }, site, "zh-Hans");
    expect(facts["video"]).toMatchObject([
      { embedUrl: "https://player.bilibili.com/player.html?bvid=BV1xx411c7mD" },
      { embedUrl: "https://www.youtube-nocookie.com/embed/abc" },
    ]);
    expect(articleFacts({ ...article, video: null }, site, "zh-Hans")["video"]).toBeUndefined();
  });
});
