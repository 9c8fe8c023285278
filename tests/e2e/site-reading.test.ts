import { createClient } from "@sanity/client";

import { describe, expect, keepScreenshot, test } from "./browser.ts";

const slugsOf = (lakeUrl: string, token: string) =>
  createClient({
    projectId: "yiwen",
    dataset: "production",
    apiHost: lakeUrl,
    useProjectHostname: false,
    apiVersion: "2025-02-19",
    useCdn: false,
    token,
  }).fetch<string[]>(
    `*[_type == "article" && _id in path("*")] | order(publishedAt desc).slug.current`,
  );

const views = [
  { name: "phone", width: 360, height: 780 },
  { name: "tablet", width: 768, height: 1024 },
  { name: "desktop", width: 1440, height: 900 },
];

describe("a reader", () => {
  test.for(["zh-Hans", "zh-Hant"] as const)(
    "finds every kind of page in %s",
    async (locale, { page, site }) => {
      const [slug] = await slugsOf(site.lakeUrl, site.token);
      const paths = ["", "/news", `/news/${slug}`, "/contact", "/news/archive/2026"];
      for (const path of paths) {
        const response = await page.goto(`/${locale}${path}`);
        expect(response?.status(), path).toBe(200);
        expect(await page.locator("html").getAttribute("lang")).toBe(locale);
        expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
        expect(await page.getByRole("main").count()).toBe(1);
        expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toBe(
          `${site.url}/${locale}${path}`,
        );
      }
    },
  );

  test("is told in both scripts which address is which", async ({ page, site }) => {
    await page.goto("/zh-Hant/news");
    const alternates = await page
      .locator('link[rel="alternate"][hreflang]')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]),
      );
    expect(Object.fromEntries(alternates)).toEqual({
      "zh-Hans": `${site.url}/zh-Hans/news`,
      "zh-Hant": `${site.url}/zh-Hant/news`,
      "x-default": `${site.url}/zh-Hans/news`,
    });
  });

  test("switches script without JavaScript, keeps page and query, and is remembered", async ({
    openContext,
  }) => {
    const context = await openContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/zh-Hans/news?from=wechat");
    await page.getByRole("link", { name: "繁體" }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      "/zh-Hant/news?from=wechat",
    );
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("新聞");
    await page.goto("/");
    expect(new URL(page.url()).pathname).toBe("/zh-Hant");
  });

  test.for([
    ["zh-CN", "/zh-Hans"],
    ["zh-SG", "/zh-Hans"],
    ["zh", "/zh-Hans"],
    ["zh-TW", "/zh-Hant"],
    ["zh-HK", "/zh-Hant"],
    ["zh-MO", "/zh-Hant"],
    ["yue", "/zh-Hant"],
    ["zh-Hant-HK", "/zh-Hant"],
    ["en-US", "/zh-Hans"],
  ] as const)("who asks for %s first comes to %s", async ([language, path], { site }) => {
    const answer = await fetch(site.url, {
      redirect: "manual",
      headers: { "accept-language": language },
    });
    expect(answer.status).toBe(307);
    expect(new URL(answer.headers.get("location") ?? "", site.url).pathname).toBe(path);
  });

  test("without a language comes to the default script", async ({ site }) => {
    const answer = await fetch(`${site.url}/news`, { redirect: "manual" });
    expect(answer.headers.get("location")).toMatch(/\/zh-Hans\/news$/);
  });

  test.for([
    ["/zh-Hant/news/there-is-none", "沒有這個頁面"],
    ["/zh-Hans/news/there-is-none", "没有这个页面"],
    ["/zh-Hans/nothing/at/all", "没有这个页面"],
    ["/zh-Hans/news/page/999", "没有这个页面"],
    ["/fr/news", "没有这个页面"],
  ] as const)(
    "is told at %s that there is nothing: %s",
    async ([path, words], { page, expectedErrors }) => {
      expectedErrors.push(/404/);
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(words);
    },
  );

  test("switches script on a page there is not", async ({ page, expectedErrors }) => {
    expectedErrors.push(/404/);
    await page.goto("/zh-Hans/there-is-none?a=b");
    await page.getByRole("link", { name: "繁體" }).click();
    expect(page.url()).toMatch(/\/zh-Hant\/there-is-none\?a=b$/);
  });

  test("turns pages by links", async ({ page }) => {
    await page.goto("/zh-Hans/news");
    const first = await page.getByRole("article").first().textContent();
    await page.getByRole("link", { name: "下一页" }).click();
    expect(page.url()).toMatch(/\/zh-Hans\/news\/page\/2$/);
    expect(await page.getByRole("article").first().textContent()).not.toBe(first);
    await page.getByRole("link", { name: "上一页" }).click();
    expect(page.url()).toMatch(/\/zh-Hans\/news$/);
  });

  test("never scrolls sideways", async ({ openContext, site }) => {
    const slugs = await slugsOf(site.lakeUrl, site.token);
    const page = await (await openContext({ viewport: { width: 320, height: 640 } })).newPage();
    for (const path of ["", "/news", "/contact", ...slugs.map((slug) => `/news/${slug}`)]) {
      await page.goto(`/zh-Hant${path}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });

  test.for(views)("sees a page made for a $name", async (view, { openContext }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await openContext({ viewport: view, colorScheme });
      const page = await context.newPage();
      await page.goto("/zh-Hant");
      await keepScreenshot(page, `home-${view.name}-${colorScheme}`);
      expect(await page.getByRole("heading", { level: 2 }).first().isVisible()).toBe(true);
    }
  });
});
