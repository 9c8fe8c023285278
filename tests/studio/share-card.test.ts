import { describe, expect, it } from "vitest";

import { cutAt, shareCard } from "../../lib/studio/share-card.ts";

const article = {
  title: "标题",
  excerpt: "摘要",
  slug: { current: "biaoti" },
  cover: { asset: { _ref: "image-a-10x10-png" } },
};

describe("shareCard", () => {
  it("takes title, excerpt and cover when nothing else is said", () => {
    expect(shareCard(article)).toEqual({
      title: "标题",
      description: "摘要",
      path: "/news/biaoti",
      image: "image-a-10x10-png",
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

describe("cutAt", () => {
  it("leaves what fits and marks what is cut", () => {
    expect(cutAt("四个字啊", 4)).toBe("四个字啊");
    expect(cutAt("𠮷𠮷𠮷𠮷", 3)).toBe("𠮷𠮷…");
  });
});
