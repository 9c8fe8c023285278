import { describe, expect, keepScreenshot, test } from "./browser.ts";

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
});
