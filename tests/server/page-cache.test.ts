import { describe, expect, it } from "vitest";

import type { Answer } from "../../lib/server/exchange.ts";
import { canonicalPath, createPageCache, pageKey } from "../../lib/server/page-cache.ts";
import { storedPage } from "../../lib/server/stored-page.ts";

function answer(body: string, headers: Answer["headers"] = {}): Answer {
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", ...headers },
    body: Buffer.from(body),
  };
}

const html = await storedPage(answer("<p>甲</p>"));
const feed = await storedPage(answer("<rss/>", { "content-type": "application/rss+xml" }));
const chunk = await storedPage(
  answer("x=1", {
    "content-type": "text/javascript",
    "cache-control": "public, max-age=31536000, immutable",
  }),
);

describe("createPageCache", () => {
  it("gives a page back until its time is over", () => {
    let now = 0;
    const cache = createPageCache({ capacity: 1e6, lifetime: 100, now: () => now });
    cache.put("/zh-Hans", html, cache.generation());
    now = 99;
    expect(cache.get("/zh-Hans")).toBe(html);
    now = 100;
    expect(cache.get("/zh-Hans")).toBeUndefined();
    expect(cache.bytes()).toBe(0);
  });

  it("drops the named pages and everything that lists pages, and keeps the rest", () => {
    const cache = createPageCache({ capacity: 1e6, grace: 0 });
    cache.put("/zh-Hans/news/a", html, 0);
    cache.put("/zh-Hans/news/b", html, 0);
    cache.put("/zh-Hans/feed.xml", feed, 0);
    cache.put("/_next/static/a.js", chunk, 0);
    cache.drop(["/zh-Hans/news/a"]);
    const all = ["/zh-Hans/news/a", "/zh-Hans/news/b", "/zh-Hans/feed.xml", "/_next/static/a.js"];
    expect(all.filter((key) => cache.get(key))).toEqual(["/zh-Hans/news/b", "/_next/static/a.js"]);
  });

  it("lets a dropped page stand in for its successor, and no longer than its grace", () => {
    let now = 0;
    const cache = createPageCache({ capacity: 1e6, grace: 50, now: () => now });
    cache.put("/zh-Hans/news/a", html, 0);
    cache.put("/zh-Hans/news/b", html, 0);
    cache.drop(["/zh-Hans/news/a", "/zh-Hans/news/b"]);
    expect(cache.get("/zh-Hans/news/a")).toBe(html);
    cache.put("/zh-Hans/news/a", feed, cache.generation());
    now = 50;
    expect([cache.get("/zh-Hans/news/a"), cache.get("/zh-Hans/news/b")]).toEqual([feed, undefined]);
  });

  it("lends an old page for a moment, and never in place of another", () => {
    let now = 0;
    const cache = createPageCache({ capacity: 1e6, loan: 50, now: () => now });
    cache.lend("/zh-Hans", feed, cache.generation());
    expect(cache.get("/zh-Hans")).toBe(feed);
    cache.put("/zh-Hans", html, cache.generation());
    cache.lend("/zh-Hans", feed, cache.generation());
    expect(cache.get("/zh-Hans")).toBe(html);
    cache.lend("/zh-Hant", feed, cache.generation() - 1);
    expect(cache.get("/zh-Hant")).toBeUndefined();
    cache.lend("/zh-Hant", feed, cache.generation());
    now = 50;
    expect(cache.get("/zh-Hant")).toBeUndefined();
  });

  it("forgets at once a page that turned out to be gone", () => {
    const cache = createPageCache({ capacity: 1e6 });
    cache.put("/zh-Hans/news/a", html, 0);
    cache.forget("/zh-Hans/news/a");
    expect([cache.get("/zh-Hans/news/a"), cache.bytes()]).toEqual([undefined, 0]);
  });

  it("refuses a page that was asked for before a drop", () => {
    const cache = createPageCache({ capacity: 1e6, grace: 0 });
    const before = cache.generation();
    cache.drop(["/zh-Hans"]);
    expect(cache.put("/zh-Hans", html, before)).toBe(false);
    expect(cache.get("/zh-Hans")).toBeUndefined();
  });

  it("keeps only immutable files when everything is cleared", () => {
    const cache = createPageCache({ capacity: 1e6 });
    cache.put("/zh-Hans", html, 0);
    cache.put("/_next/static/a.js", chunk, 0);
    cache.clear();
    expect([cache.get("/zh-Hans"), cache.get("/_next/static/a.js")]).toEqual([undefined, chunk]);
  });

  it("forgets the page not asked for the longest when it is full, and counts its bytes right", () => {
    const cache = createPageCache({ capacity: html.bytes * 5 });
    for (const key of ["/1", "/2", "/3", "/4", "/5"]) cache.put(key, html, 0);
    cache.get("/1");
    cache.put("/6", html, 0);
    expect(["/1", "/2", "/3", "/6"].map((key) => cache.get(key) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(cache.bytes()).toBe(html.bytes * 5);
  });

  it("does not let one page push out all others", async () => {
    const cache = createPageCache({ capacity: 1e6 });
    const huge = await storedPage(answer("x".repeat(600_000), { "content-type": "image/png" }));
    expect(cache.put("/huge", huge, 0)).toBe(false);
  });
});

describe("pageKey", () => {
  it.each(["/zh-Hans", "/zh-Hans/news/tag/%E6%96%B0%E9%97%BB", "/zh-Hans/news/a~b"])(
    "accepts %s",
    (url) => {
      expect(pageKey(url)).toBe(url);
    },
  );

  it.each([
    { why: "a query", url: "/zh-Hans?x=1" },
    { why: "an empty query", url: "/zh-Hans?" },
    { why: "a letter spelt as its code", url: "/zh-Hans/n%65ws" },
    { why: "lower-case codes", url: "/zh-Hans/news/tag/%e6%96%b0" },
    { why: "dots that climb", url: "/zh-Hans/../studio" },
    { why: "a doubled slash", url: "/zh-Hans//news" },
    { why: "a coded slash", url: "/zh-Hans%2Fnews" },
    { why: "a backslash", url: "/zh-Hans\\news" },
    { why: "broken codes", url: "/zh-Hans/%E6%96" },
  ])("refuses $why", ({ url }) => {
    expect(pageKey(url)).toBeNull();
  });

  it("meets the site's own spelling of a Chinese path", () => {
    expect(canonicalPath("/zh-Hans/news/tag/新闻")).toBe("/zh-Hans/news/tag/%E6%96%B0%E9%97%BB");
    expect(canonicalPath("/zh-Hans/news/tag/%E6%96%B0%E9%97%BB")).toBe(
      "/zh-Hans/news/tag/%E6%96%B0%E9%97%BB",
    );
  });
});
