import { describe, expect, it } from "vitest";

import { shared } from "@/lib/content/shared";
import { pageToSign, sign } from "@/lib/content/wechat/signature";

import { about, article } from "../site-documents";

const site = "https://houfan.example";

/** The index of known pages as it is once the site has read it. */
function knowPages(): void {
  const entries = new Map([article(1), about].map((entry) => [entry.id, entry]));
  Object.assign(shared("site-index", () => ({}))(), {
    entries,
    version: 1,
    loadedAt: Date.now(),
    triedAt: Date.now(),
    loading: null,
    hasFailed: false,
    found: [],
  });
}

describe("pageToSign", () => {
  it.each([
    [`${site}/zh-Hans`, `${site}/zh-Hans`],
    [`${site}/zh-Hant/news/story-1#top`, `${site}/zh-Hant/news/story-1`],
    [
      `${site}/zh-Hans/about?from=singlemessage&isappinstalled=0`,
      `${site}/zh-Hans/about?from=singlemessage&isappinstalled=0`,
    ],
  ])("takes %s", async (asked, url) => {
    knowPages();
    expect(await pageToSign(asked, site)).toBe(url);
  });

  it.each([
    null,
    "",
    "zh-Hans",
    "https://evil.example/zh-Hans",
    "https://houfan.example.evil.example/zh-Hans",
    "https://houfan.example:8443/zh-Hans",
    "http://houfan.example/zh-Hans",
    "https://user:word@houfan.example/zh-Hans",
    "javascript:alert(1)",
    `${site}/`,
    `${site}/studio`,
    `${site}/api/health`,
    `${site}/fr/news`,
    `${site}/zh-Hans/news/no-such-story`,
    `${site}/zh-Hans/feed.xml`,
    `${site}/zh-Hans?${"a".repeat(2_000)}`,
  ])("refuses %j", async (asked) => {
    knowPages();
    expect(await pageToSign(asked, site)).toBeNull();
  });
});

describe("sign", () => {
  it("makes the signature that WeChat's documentation gives as its example", () => {
    const ticket =
      "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg";
    const signed = sign(
      { url: "http://mp.weixin.qq.com?params=value", ticket, appId: "wx-app" },
      1_414_587_457_000,
      "Wm3WZYTPz0wzccnW",
    );
    expect(signed).toEqual({
      appId: "wx-app",
      timestamp: 1_414_587_457,
      nonceStr: "Wm3WZYTPz0wzccnW",
      signature: "0f9de62fce790f9a083d5c99e95740ceb90c27ed",
    });
  });

  it("never uses a nonce twice", () => {
    const page = { url: site, ticket: "t", appId: "a" };
    expect(sign(page, 0).nonceStr).not.toBe(sign(page, 0).nonceStr);
  });
});
