import { findLeaks } from "../../lib/zh/leak.ts";
import { describe, expect, test as base } from "./browser.ts";
import { editorClient } from "./content-editor.ts";
import { readable } from "./readable.ts";
import { startSiteProcess } from "./site-process.ts";

const all = ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"] as const;

/** The same build with one setting more; pages of a region are made when they are first asked for. */
const test = base.extend(
  "regional",
  { scope: "file" },
  async ({ browser: _browser }, { onCleanup }) => {
    const environment = { LOCALES: all.join(","), REHEARSAL: "off" };
    const regional = await startSiteProcess({ environment });
    onCleanup(() => regional.stop());
    return regional;
  },
);

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: "manual" });
  expect(answer.status, url).toBe(200);
  return answer.text();
}

const found = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), ([, value]) => value ?? "");

async function sitemapOf({ url }: { url: string }): Promise<string[]> {
  const parts = found(await textOf(`${url}/sitemap.xml`), /<loc>([^<]+)<\/loc>/g);
  return (await Promise.all(parts.map(textOf))).flatMap((xml) =>
    found(xml, /<url><loc>([^<]+)<\/loc>/g),
  );
}

describe("with the forms of Taiwan and Hong Kong switched on", () => {
  test("every page of the sitemap is there in four forms that name each other", async ({
    regional,
  }) => {
    const urls = await sitemapOf(regional);
    const inRegions = urls.filter((url) => /\/zh-Hant-(?:TW|HK)(?:\/|$)/.test(url));
    expect(inRegions).toHaveLength(urls.length / 2);
    for (const url of inRegions) {
      const html = await textOf(url);
      const locale = all.find(
        (one) => url.startsWith(`${regional.url}/${one}`) && url.split("/")[3] === one,
      );
      expect(html).toContain(`<html lang="${locale}"`);
      const named = found(html, /<link rel="alternate" hrefLang="(zh[^"]+)"/g);
      expect(named.toSorted(), url).toEqual([...all].toSorted());
      expect(findLeaks(readable(html), "zh-Hant"), url).toEqual([]);
    }
  });

  test.for([
    ["zh-Hant-TW", "聯絡我們", "客服專線"],
    ["zh-Hant-HK", "聯絡我們", "電郵"],
    ["zh-Hant", "聯繫我們", "全國服務熱線"],
  ] as const)("%s says %s and %s", async ([locale, ...words], { regional }) => {
    const html = await textOf(`${regional.url}/${locale}/contact`);
    for (const word of words) expect(html).toContain(word);
  });

  test("the switch leads to each form and remembers it", async ({ regional, openContext }) => {
    const context = await openContext({ baseURL: regional.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/zh-Hant-TW/news?from=wechat");
    await page.getByRole("link", { name: "香港", exact: true }).click();
    expect(page.url()).toBe(`${regional.url}/zh-Hant-HK/news?from=wechat`);
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hant-HK");
    expect(
      await page.locator("h1").evaluate((title) => getComputedStyle(title).fontFamily),
    ).toMatch(/Serif (?:CJK )?HK/);
    await page.goto("/");
    expect(new URL(page.url()).pathname).toBe("/zh-Hant-HK");
  });

  test.for([
    ["zh-TW", "/zh-Hant-TW"],
    ["zh-HK", "/zh-Hant-HK"],
    ["zh-MO", "/zh-Hant-HK"],
    ["yue", "/zh-Hant-HK"],
    ["zh-Hant", "/zh-Hant"],
    ["zh-CN", "/zh-Hans"],
  ] as const)("who asks for %s comes to %s", async ([language, path], { regional }) => {
    const answer = await fetch(regional.url, {
      redirect: "manual",
      headers: { "accept-language": language },
    });
    expect(new URL(answer.headers.get("location") ?? "", regional.url).pathname).toBe(path);
  });

  test("feeds, guide, cards and search are there too", async ({ regional }) => {
    for (const locale of ["zh-Hant-TW", "zh-Hant-HK"]) {
      const place = `${regional.url}/${locale}`;
      expect(await textOf(`${place}/feed.xml`)).toContain(`<language>${locale}</language>`);
      expect(await textOf(`${place}/llms.txt`)).toContain(`${place}/news/`);
      const [card = ""] = found(await textOf(place), /property="og:image" content="([^"]+)"/g);
      expect(card).toContain(`${place}/card/`);
      expect((await fetch(card)).headers.get("content-type")).toBe("image/png");
      const results = await textOf(`${place}/search?q=${encodeURIComponent("磁力泵")}`);
      expect(results).toMatch(/<mark>/);
    }
  });

  test("a person's text for zh-Hant is read in the regions, and a region's own there alone", async ({
    regional,
  }) => {
    const client = editorClient(regional);
    const slug = "regional-variants";
    const variant = (locale: string, title: string) => ({
      _key: locale,
      _type: "variant",
      locale,
      status: "manual",
      title,
    });
    await client.create({
      _id: slug,
      _type: "article",
      title: "机器写的标题",
      slug: { _type: "slug", current: slug },
      script: "zh-Hans",
      publishedAt: "2026-01-02T00:00:00Z",
      variants: [variant("zh-Hant", "人寫的標題，在這裡"), variant("zh-Hant-TW", "台灣自己的標題")],
    });
    const titleIn = async (locale: string) =>
      found(await textOf(`${regional.url}/${locale}/news/${slug}`), /<h1[^>]*>([^<]+)</g)[0];
    await expect.poll(() => titleIn("zh-Hant"), { timeout: 60_000 }).toBe("人寫的標題，在這裡");
    expect(await titleIn("zh-Hans")).toBe("机器写的标题");
    expect(await titleIn("zh-Hant-TW")).toBe("台灣自己的標題");
    expect(await titleIn("zh-Hant-HK")).toBe("人寫的標題，在這裏");
  });
});
