import axe, { type AxeResults } from "axe-core";
import { HtmlValidate } from "html-validate";
import type { Page } from "playwright-core";

import { describe, expect, test } from "./browser.ts";
import { editorClient } from "./content-editor.ts";

type Shown = { slug: string; title: string };

/** One address of every kind of page, and the articles that have a table, a film or a footnote. */
async function pagesOf(site: { lakeUrl: string; token: string }): Promise<string[]> {
  const query = `{
    "film": *[_type == "article" && _id in path("*") && defined(video)][0]{"slug": slug.current, title},
    "table": *[_type == "article" && _id in path("*") && "table" in body[]._type][0]{"slug": slug.current, title},
    "note": *[_type == "article" && _id in path("*") && "footnote" in body[].markDefs[]._type][0]{"slug": slug.current, title},
    "page": *[_type == "page" && _id in path("*")][0]{"slug": slug.current, title}
  }`;
  const { film, table, note, page } =
    await editorClient(site).fetch<Record<string, Shown | null>>(query);
  const articles = [film, table, note].flatMap((found) => (found ? [`/news/${found.slug}`] : []));
  return [
    "",
    "/news",
    "/news/page/2",
    "/news/category/company",
    "/contact",
    "/contact/message",
    "/contact/thanks",
    "/saved",
    `/search?q=${encodeURIComponent("的")}`,
    "/search?q=none-such",
    ...articles,
    ...(page ? [`/${page.slug}`] : []),
  ];
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run(document)");
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

describe("every kind of page", () => {
  test.for(["light", "dark"] as const)(
    "is accessible in the %s theme",
    async (colorScheme, { openContext, site }) => {
      const context = await openContext({
        colorScheme,
        bypassCSP: true,
        viewport: { width: 390, height: 800 },
      });
      const page = await context.newPage();
      for (const path of await pagesOf(site)) {
        await page.goto(`/zh-Hant${path}`);
        expect(await faultsOf(page), path).toEqual([]);
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

  test("is a theme, in place before the next page is painted", async ({ page }) => {
    await page.goto("/zh-Hans");
    await page.getByLabel("外观").selectOption("dark");
    await page.goto("/zh-Hant/news", { waitUntil: "commit" });
    await page.waitForSelector("body");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  });
});
