import { describe, expect, it } from "vitest";

import {
  checkArticleTitle,
  checkSharedDescription,
  checkSharedTitle,
  cutAt,
  shareCard,
  shareLengths,
} from "../../lib/studio/share-card.ts";

const article = {
  title: "标题",
  excerpt: "摘要",
  slug: { current: "biaoti" },
  cover: { asset: { _ref: "image-a-10x10-png" } },
};

describe("shareCard", () => {
  it("takes title and excerpt when nothing else is said, and no cover, which is not shared", () => {
    expect(shareCard(article)).toEqual({
      title: "标题",
      description: "摘要",
      path: "/news/biaoti",
      image: null,
    });
  });

  it("prefers the words written for search and sharing", () => {
    const seo = { title: "另一个", description: "说明", image: { asset: { _ref: "image-b" } } };
    expect(shareCard({ ...article, seo })).toMatchObject({
      title: "另一个",
      description: "说明",
      image: "image-b",
    });
  });

  it("reads an empty document", () => {
    expect(shareCard(null)).toEqual({ title: "", description: "", path: "/news/", image: null });
  });
});

describe("the form's warnings", () => {
  it.each([
    { length: shareLengths.searchTitle, says: true },
    { length: shareLengths.searchTitle + 1, says: "标题超过 30 个字，搜索结果里会被截断" },
    { length: shareLengths.wechatTitle, says: "标题超过 30 个字，搜索结果里会被截断" },
    {
      length: shareLengths.wechatTitle + 1,
      says: "标题超过 36 个字，微信卡片里会被截断；搜索结果里超过 30 个字就会",
    },
  ])("say of a title of $length characters: $says", ({ length, says }) => {
    const title = "𠮷".repeat(length);
    const isCut = cutAt(title, shareLengths.searchTitle) !== title;
    expect(isCut).toBe(says !== true);
    const warning = checkSharedTitle(title);
    expect(warning === true || warning["zh-Hans"]).toBe(says);
  });

  it("let a title be long that has another for search and sharing", () => {
    const title = "长".repeat(50);
    expect(checkArticleTitle(title, { document: { title } })).not.toBe(true);
    expect(checkArticleTitle(title, { document: { title, seo: { title: "短" } } })).toBe(true);
  });

  it("say of a description what the search result does with it", () => {
    expect(checkSharedDescription("字".repeat(78))).toBe(true);
    expect(checkSharedDescription("字".repeat(79))).toEqual({
      "zh-Hans": "超过 78 个字，搜索结果里会被截断",
      "zh-Hant": "超過 78 個字，搜尋結果裡會被截斷",
    });
    expect(checkSharedDescription(undefined)).toBe(true);
  });
});

describe("cutAt", () => {
  it("leaves what fits and marks what is cut", () => {
    expect(cutAt("四个字啊", 4)).toBe("四个字啊");
    expect(cutAt("𠮷𠮷𠮷𠮷", 3)).toBe("𠮷𠮷…");
  });
});
