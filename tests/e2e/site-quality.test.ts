import axe, { type AxeResults } from "axe-core";
import { HtmlValidate } from "html-validate";
import type { BrowserContextOptions, Page } from "playwright-core";

import { describe, expect, test } from "./browser.ts";
import { slugWith } from "./content-editor.ts";
import { pagesOf, states } from "./kinds-of-page.ts";

const patience = { timeout: 60_000 };

type Look = { name: string; options: BrowserContextOptions };

const looks: Look[] = [
  { name: "the light theme", options: { colorScheme: "light" } },
  { name: "the dark theme", options: { colorScheme: "dark" } },
  { name: "more contrast", options: { colorScheme: "light", contrast: "more" } },
  { name: "more contrast in the dark", options: { colorScheme: "dark", contrast: "more" } },
  { name: "forced colours", options: { forcedColors: "active" } },
];

async function faultsOf(page: Page, { options }: Look): Promise<string[]> {
  await page.evaluate(axe.source);
  // Forced colours are the reader's own, and axe does not see what the browser paints behind letters.
  const rules = options.forcedColors ? { "color-contrast": { enabled: false } } : {};
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify({ rules })})`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

describe("every kind of page", () => {
  test.for(looks)("is accessible in $name", async (look, { openContext, site }) => {
    const viewport = { width: 390, height: 800 };
    const page = await (
      await openContext({ ...look.options, bypassCSP: true, viewport })
    ).newPage();
    for (const path of await pagesOf(site)) {
      await page.goto(`/zh-Hant${path}`);
      expect(await faultsOf(page, look), path).toEqual([]);
    }
    for (const [name, open] of Object.entries(states)) {
      await open(page);
      expect(await faultsOf(page, look), name).toEqual([]);
    }
  });

  test.for([320, 640])(
    "never scrolls sideways on %i px, as a small phone or 200 % zoom have it",
    async (width, { openContext, site }) => {
      const page = await (await openContext({ viewport: { width, height: 400 } })).newPage();
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      for (const path of await pagesOf(site)) {
        await page.goto(`/zh-Hans${path}`);
        expect(await over(), path).toBeLessThanOrEqual(0);
        await page.evaluate(() => (document.documentElement.dataset["size"] = "larger"));
        expect(await over(), `${path}, large letters`).toBeLessThanOrEqual(0);
      }
      for (const [name, open] of Object.entries(states)) {
        await open(page);
        expect(await over(), name).toBeLessThanOrEqual(0);
      }
    },
  );

  test("is valid HTML", async ({ site }) => {
    const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });
    for (const path of await pagesOf(site)) {
      const html = await (await fetch(`${site.url}/zh-Hans${path}`)).text();
      const { results } = await validator.validateString(html);
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ message, ruleId }) => `${ruleId}: ${message}`),
      );
      expect(faults, path).toEqual([]);
    }
  });

  test("ships none of the framework's scripts", async ({ site }) => {
    for (const path of await pagesOf(site)) {
      const html = await (await fetch(`${site.url}/zh-Hans${path}`)).text();
      expect(html, path).not.toMatch(/<script[^>]*_next/);
    }
  });
});

/** Whether both scripts' pages of one article and of the list are kept, and what they look like. */
async function isAllKept(pictures: number): Promise<boolean> {
  if (!(await caches.has("yiwen.saved"))) return false;
  const kept = await (await caches.open("yiwen.saved")).keys();
  const count = (part: RegExp) => kept.filter(({ url }) => part.test(url)).length;
  const pages = count(/\/news\/[^/]+$/) + count(/\/saved$/);
  return pages === 4 && count(/\.css/) > 0 && count(/\.js/) === 2 && count(/images/) >= pictures;
}

describe("what the browser keeps for a reader", () => {
  test("is a list of saved articles that follows into the other script", async ({ page }) => {
    await page.goto("/zh-Hans/news");
    await page.getByRole("article").first().getByRole("heading").getByRole("link").click();
    const title = await page.getByRole("heading", { level: 1 }).textContent();
    await page.getByRole("button", { name: "加入收藏" }).click();
    await page.goto("/zh-Hans/saved");
    await page.getByRole("link", { name: title ?? "" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(title);
    await page.getByRole("button", { name: "已收藏" }).click();
    await page.goto("/zh-Hant/saved");
    expect(await page.getByRole("main").textContent()).toContain("還沒有收藏");
  });

  test("can be read without network, in either script, and goes with the last article", async ({
    openContext,
    expectedErrors,
    site,
  }) => {
    expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
    const context = await openContext();
    const page = await context.newPage();
    await page.goto(`/zh-Hans/news/${await slugWith(site, "defined(cover)")}`);
    const pictures = await page.locator("main > article img").count();
    await page.getByRole("button", { name: "加入收藏" }).click();
    await expect.poll(() => page.evaluate(isAllKept, pictures), patience).toBe(true);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    await context.setOffline(true);
    await page.goto("/zh-Hant/news");
    expect(new URL(page.url()).pathname).toBe("/zh-Hant/saved");
    await page.getByRole("main").getByRole("listitem").getByRole("link").click();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hant");
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    const width = (image: HTMLImageElement) => image.naturalWidth;
    expect(await page.locator("article figure img").first().evaluate(width)).toBeGreaterThan(0);
    expect(await page.locator("body").evaluate((body) => getComputedStyle(body).display)).toBe(
      "flex",
    );
    await page.goto("/zh-Hant/saved");
    await page.getByRole("button", { name: "移除" }).click();
    const kept = () => page.evaluate(async () => (await caches.keys()).length);
    await expect.poll(kept, patience).toBe(0);
  });

  test("is a theme, in place before the next page is painted", async ({ page }) => {
    await page.goto("/zh-Hans");
    await page.getByLabel("外观").selectOption("dark");
    await page.goto("/zh-Hant/news", { waitUntil: "commit" });
    await page.waitForSelector("body");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  });
});
