import axe, { type AxeResults, type RunOptions } from "axe-core";
import { HtmlValidate } from "html-validate";
import type { Page } from "playwright-core";

import { describe, expect, test } from "./browser.ts";
import { slugWith } from "./content-editor.ts";
import { pagesOf, states } from "./kinds-of-page.ts";

const patience = { timeout: 60_000 };

/** The smallest screen in wide use. */
const viewport = { width: 360, height: 800 };

type Media = NonNullable<Parameters<Page["emulateMedia"]>[0]>;
type Look = { name: string; media: Media; options: RunOptions };

/** What a look can make wrong; all else is of the document, which is the same in every look. */
const ofColours: RunOptions = { runOnly: ["color-contrast", "link-in-text-block"] };

const plain: Media = { colorScheme: "light", contrast: "no-preference", forcedColors: "none" };

const looks: Look[] = [
  { name: "light", media: plain, options: { rules: { "target-size": { enabled: true } } } },
  { name: "dark", media: { colorScheme: "dark" }, options: ofColours },
  {
    name: "more contrast in the dark",
    media: { colorScheme: "dark", contrast: "more" },
    options: ofColours,
  },
  { name: "more contrast", media: { colorScheme: "light", contrast: "more" }, options: ofColours },
  {
    name: "forced colours",
    media: { forcedColors: "active" },
    // They are the reader's own, and axe does not see what the browser paints behind letters.
    options: { runOnly: ["link-in-text-block"] },
  },
];

/** What is wrong with a page as it stands in the browser, in any look. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const faults: string[] = [];
  for (const { name, media, options } of looks) {
    await page.emulateMedia({ ...plain, ...media });
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ["violations"] })})`,
    );
    faults.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${name}: ${id}: ${html}`)),
    );
  }
  return faults;
}

/** Closing marks that begin a line of a headline, with what stands before them. */
function marksBeginningLines(): string[] {
  const found: string[] = [];
  const range = document.createRange();
  for (const heading of document.querySelectorAll("h1, h2, h3")) {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const words = text.textContent ?? "";
      for (const { index } of words.matchAll(/(?<=\S)[，。：；！？、）》」』”’]/gu)) {
        const [before, mark] = [index - 1, index].map((at) => {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          return range.getBoundingClientRect();
        });
        if (before && mark && mark.top > before.top + before.height / 2)
          found.push(words.slice(0, index + 1));
      }
    }
  }
  return found;
}

async function faultsInLayout(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const size of ["normal", "larger"])
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 400 });
      const over = await page.evaluate((chosen) => {
        document.documentElement.dataset["size"] = chosen;
        return document.documentElement.scrollWidth - innerWidth;
      }, size);
      if (over > 0) faults.push(`${width} px, ${size} letters: ${over} px too wide`);
      const marks = await page.evaluate(marksBeginningLines);
      faults.push(...marks.map((words) => `${width} px, ${size} letters: ${words}`));
    }
  return faults;
}

describe("every kind of page", () => {
  test("is accessible in every look", async ({ openContext, site }) => {
    const page = await (await openContext({ bypassCSP: true, viewport })).newPage();
    for (const path of await pagesOf(site)) {
      await page.goto(`/zh-Hant${path}`);
      expect(await faultsOf(page), path).toEqual([]);
    }
    for (const [name, open] of Object.entries(states)) {
      await open(page);
      expect(await faultsOf(page), name).toEqual([]);
    }
  });

  test("never scrolls sideways nor begins a line with a comma, on a small phone or at 200 % zoom", async ({
    page,
    site,
  }) => {
    for (const path of await pagesOf(site)) {
      await page.goto(`/zh-Hans${path}`);
      expect(await faultsInLayout(page), path).toEqual([]);
    }
    for (const [name, open] of Object.entries(states)) {
      await open(page);
      expect(await faultsInLayout(page), name).toEqual([]);
    }
  });

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

type Saved = { slug: string; title: string; savedAt: number };

function keptTitles(): string {
  return localStorage.getItem("yiwen.saved") ?? "";
}

/** Add an article to the list as it was saved before titles were kept in every script. */
function addSaved(article: Saved): void {
  const kept: Saved[] = JSON.parse(localStorage.getItem("yiwen.saved") ?? "[]");
  localStorage.setItem("yiwen.saved", JSON.stringify([...kept, article]));
}

/** Answer as browsers do in which a reader has forbidden sites to keep anything. */
function refuseStorage(): void {
  const get = () => {
    throw new DOMException("Access is denied for this document", "SecurityError");
  };
  for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, { get });
}

describe("what the browser keeps for a reader", () => {
  test("is a list of saved articles that follows into the other script, titles and all", async ({
    page,
  }) => {
    const heading = () => page.getByRole("heading", { level: 1 }).textContent();
    await page.goto("/zh-Hant/news");
    await page.getByRole("article").first().getByRole("heading").getByRole("link").click();
    const traditional = await heading();
    await page.getByRole("link", { name: "简体" }).click();
    const simplified = await heading();
    await page.getByRole("button", { name: "加入收藏" }).click();
    await expect.poll(() => page.evaluate(keptTitles), patience).toContain(traditional);
    await page.evaluate(addSaved, { slug: "long-ago", title: "很久以前收藏的", savedAt: 0 });

    const titles = page.getByRole("main").getByRole("listitem").getByRole("link");
    await page.goto("/zh-Hans/saved?from=wechat");
    expect(await titles.allTextContents()).toEqual([simplified, "很久以前收藏的"]);
    await page.getByRole("link", { name: "繁體" }).click();
    await page.waitForURL(/\/zh-Hant\/saved\?from=wechat$/);
    expect(await titles.allTextContents()).toEqual([traditional, "很久以前收藏的"]);
    expect(await page.context().cookies()).toMatchObject([{ name: "script", value: "zh-Hant" }]);

    await page.getByRole("button", { name: "移除 很久以前收藏的" }).click();
    await titles.click();
    expect(await heading()).toBe(traditional);
    await page.getByRole("button", { name: "已收藏" }).click();
    await page.goto("/zh-Hans/saved");
    expect(await page.getByRole("main").textContent()).toContain("还没有收藏");
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
    for (const [script, lang] of [
      ["简体", "zh-Hans"],
      ["繁體", "zh-Hant"],
    ] as const) {
      await page.getByRole("link", { name: script }).click();
      await page.waitForURL(new RegExp(`/${lang}/news/`));
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    }
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

  test("is a theme, in place before the next page is painted, up to the browser's own bars", async ({
    page,
  }) => {
    const bars = () => page.locator('meta[name="theme-color"]').first().getAttribute("content");
    await page.goto("/zh-Hans");
    const ofTheSystem = await bars();
    await page.getByLabel("外观").selectOption("dark");
    await page.goto("/zh-Hant/news", { waitUntil: "commit" });
    await page.waitForSelector("body");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await bars()).toBe("rgb(22, 21, 18)");
    await page.getByLabel("外觀").selectOption("auto");
    expect(await bars()).toBe(ofTheSystem);
  });

  test("is nothing where nothing may be kept, but a choice holds for its page", async ({
    openContext,
  }) => {
    const context = await openContext();
    await context.addInitScript(refuseStorage);
    const page = await context.newPage();
    await page.goto("/zh-Hans");
    await page.getByLabel("外观").selectOption("dark");
    await page.getByLabel("字号").selectOption("larger");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await page.locator("html").getAttribute("data-size")).toBe("larger");
    await page.getByRole("link", { name: "繁體" }).click();
    await page.waitForURL(/zh-Hant$/);
  });
});
