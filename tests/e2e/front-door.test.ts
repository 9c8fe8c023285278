import { describe, expect, keepScreenshot, test } from "./browser.ts";
import { editorClient, waitUntil } from "./content-editor.ts";

describe("a public page", () => {
  test.for([
    ["zh-Hans", "简体"],
    ["zh-Hant", "繁體"],
  ] as const)(
    "is shown in %s without one script of the framework",
    async ([locale, name], { page }) => {
      const loaded: string[] = [];
      page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
      await page.goto(`/${locale}`);
      expect(await page.locator("html").getAttribute("lang")).toBe(locale);
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
      expect(loaded.filter((path) => /^\/_next\/.*\.js$/.test(path))).toEqual([]);
      await keepScreenshot(page, `home-${name}`);
    },
  );
});

describe("an address that does not exist", () => {
  test("is answered in the reader's script, with a way on", async ({ page, expectedErrors }) => {
    expectedErrors.push(/status of 404/);
    const answer = await page.goto("/zh-Hant/news/no-such-article");
    expect(answer?.status()).toBe(404);
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hant");
    expect(await page.getByRole("link").count()).toBeGreaterThan(3);
  });

  test.for(["zh-Hant-TW", "zh-Hant-HK", "zh-hant", "fr"])(
    "is one in %s, which this site is not set to",
    async (locale, { site }) => {
      expect((await fetch(`${site.url}/${locale}/news`, { redirect: "manual" })).status).toBe(404);
    },
  );
});

describe("a site without the keys of WeChat", () => {
  test("loads nothing of WeChat's inside WeChat", async ({ openContext, site }) => {
    const page = await (await openContext({ userAgent: "MicroMessenger/8.0.50" })).newPage();
    const answered = page.waitForResponse(/wechat\/signature/);
    await page.goto("/zh-Hans");
    expect((await answered).status()).toBe(204);
    const { headers } = await fetch(`${site.url}/zh-Hans`);
    expect(headers.get("content-security-policy")).not.toContain("qq.com/open");
    expect(headers.get("content-security-policy")).not.toContain("res.wx");
  });
});

describe("the company's own script", () => {
  test("is where who asks for no Chinese comes to, from the moment an editor sets it", async ({
    site,
  }) => {
    const client = editorClient(site);
    const placeFor = async (language: string | null) => {
      const headers: Record<string, string> = language ? { "accept-language": language } : {};
      const answer = await fetch(`${site.url}/news`, { redirect: "manual", headers });
      return new URL(answer.headers.get("location") ?? "", site.url).pathname;
    };
    expect(await placeFor("en-US")).toBe("/zh-Hans/news");
    await client.patch("siteSettings").set({ defaultScript: "zh-Hant" }).commit();
    try {
      const isHant = (path: string) => path === "/zh-Hant/news";
      expect(await waitUntil(() => placeFor("en-US"), isHant)).toBe("/zh-Hant/news");
      expect(await placeFor(null)).toBe("/zh-Hant/news");
      expect(await placeFor("zh")).toBe("/zh-Hans/news");
      expect(await placeFor("zh-CN")).toBe("/zh-Hans/news");
    } finally {
      await client.patch("siteSettings").set({ defaultScript: "zh-Hans" }).commit();
      await waitUntil(
        () => placeFor("en-US"),
        (path) => path === "/zh-Hans/news",
      );
    }
  });
});
