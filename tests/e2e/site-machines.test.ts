import sharp from "sharp";

import { describe, expect, test } from "./browser.ts";
import { factsSchema, jsonFeedSchema } from "./structured-facts.ts";
import { faultsBySchema } from "./xml-schema.ts";

const scripts = ["zh-Hans", "zh-Hant"] as const;

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: "manual" });
  expect(answer.status, url).toBe(200);
  return answer.text();
}

function found(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, value]) => (value ?? "").replaceAll("&amp;", "&"));
}

async function partsOf(site: { url: string }): Promise<string[]> {
  return found(await textOf(`${site.url}/sitemap.xml`), /<loc>([^<]+)<\/loc>/g);
}

type Alternates = Record<string, string>;

/** The pages of the sitemap, each with its address by language. */
async function pagesOf(site: { url: string }): Promise<Map<string, Alternates>> {
  const parts = await Promise.all((await partsOf(site)).map(textOf));
  const entries = parts.flatMap((xml) => found(xml, /<url>([\s\S]*?)<\/url>/g));
  return new Map(
    entries.map((entry) => [
      found(entry, /<loc>([^<]+)<\/loc>/g)[0] ?? "",
      alternatesIn(entry, /hreflang="([^"]+)" href="([^"]+)"/g),
    ]),
  );
}

function alternatesIn(text: string, pattern: RegExp): Alternates {
  return Object.fromEntries(
    Array.from(text.matchAll(pattern), ([, language = "", address = ""]) => [language, address]),
  );
}

const meta = (html: string, name: string) =>
  found(html, new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`, "g"));

describe("the sitemap", () => {
  test("is what its schema says, and its schema would say if it were not", async ({ site }) => {
    expect(await faultsBySchema(await textOf(`${site.url}/sitemap.xml`), "sitemap.xsd")).toEqual(
      [],
    );
    for (const part of await partsOf(site)) {
      const xml = await textOf(part);
      expect(await faultsBySchema(xml, "sitemap.xsd"), part).toEqual([]);
      const broken = xml.replace("<loc>http", "<loc>ftp");
      expect(await faultsBySchema(broken, "sitemap.xsd")).not.toEqual([]);
    }
  });

  test("names each page in every script, as the page itself does and those it names", async ({
    site,
  }) => {
    const pages = await pagesOf(site);
    expect(pages.size).toBeGreaterThan(100);
    for (const [url, alternates] of pages) {
      expect(Object.keys(alternates).toSorted()).toEqual([...scripts, "x-default"].toSorted());
      expect(Object.values(alternates)).toContain(url);
      const html = await textOf(url);
      expect(html).toContain(`<link rel="canonical" href="${url}"/>`);
      expect(
        alternatesIn(html, /<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"\/>/g),
        url,
      ).toEqual(alternates);
      for (const other of Object.values(alternates))
        expect(pages.get(other), `${other} named by ${url}`).toEqual(alternates);
    }
  });
});

describe("the feeds", () => {
  test.for(scripts)("of %s are what their schemas say", async (script, { site }) => {
    const rss = await textOf(`${site.url}/${script}/feed.xml`);
    expect(await faultsBySchema(rss, "rss.xsd")).toEqual([]);
    expect(
      await faultsBySchema(rss.replace(/<pubDate>\w+/, "<pubDate>Foo"), "rss.xsd"),
    ).not.toEqual([]);
    expect(rss.match(/<item>/g)).toHaveLength(12);
    expect(rss).toContain(`<language>${script}</language>`);
    const feed: unknown = JSON.parse(await textOf(`${site.url}/${script}/feed.json`));
    const { items, language } = jsonFeedSchema.parse(feed);
    expect(language).toBe(script);
    expect(items.map(({ url }) => url)).toEqual(found(rss, /<guid[^>]*>([^<]+)</g));
  });
});

describe("facts for search engines", () => {
  test("are complete on every page that states some", async ({ site }) => {
    const stated = new Map<string, number>();
    for (const url of (await pagesOf(site)).keys()) {
      const blocks = found(
        await textOf(url),
        /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g,
      );
      for (const block of blocks) {
        const { error, data } = factsSchema.safeParse(JSON.parse(block));
        expect(error?.issues ?? [], url).toEqual([]);
        const type = data?.["@type"] ?? "";
        stated.set(type, (stated.get(type) ?? 0) + 1);
        if (block.includes('"VideoObject"')) stated.set("VideoObject", 1);
        if (block.includes('"ContactPoint"')) stated.set("ContactPoint", 1);
      }
    }
    expect([...stated.keys()].toSorted()).toEqual(
      [
        "BreadcrumbList",
        "ContactPoint",
        "NewsArticle",
        "Organization",
        "VideoObject",
        "WebSite",
      ].toSorted(),
    );
  });
});

describe("the card of a shared page", () => {
  test.for(scripts)(
    "is drawn for home, lists, articles and pages in %s",
    async (script, { site }) => {
      const seen = new Set<string>();
      const urls = [...(await pagesOf(site)).keys()];
      const article = urls.find((url) => /\/news\/[^/]+$/.test(url));
      const slug = article?.split("/").at(-1) ?? "";
      for (const path of ["", `/news/${slug}`, "/news", "/news/category/company", "/about"]) {
        const html = await textOf(`${site.url}/${script}${path}`);
        const [wide = "", square = ""] = meta(html, "og:image");
        expect(wide, path).toContain(`${site.url}/${script}/card/`);
        expect(meta(html, "twitter:image")[0], path).toBe(wide);
        expect(meta(html, "twitter:card")[0]).toBe("summary_large_image");
        expect(meta(html, "og:image:width")).toEqual(["1200", "630"]);
        expect(meta(html, "og:image:height")).toEqual(["630", "630"]);
        expect(meta(html, "og:image:alt")[0]?.length).toBeGreaterThan(4);
        for (const [url, width] of [
          [wide, 1200],
          [square, 630],
        ] as const) {
          const answer = await fetch(url);
          expect(answer.headers.get("cache-control")).toContain("immutable");
          const png = Buffer.from(await answer.arrayBuffer());
          expect(await sharp(png).metadata()).toMatchObject({ format: "png", width, height: 630 });
          seen.add(url);
        }
      }
      expect(seen.size).toBe(10);
    },
  );

  test("is drawn for nothing else", async ({ site }) => {
    const version = "0123456789abcdef";
    const [current = ""] = meta(await textOf(`${site.url}/zh-Hans`), "og:image");
    const statusOf = async (path: string) =>
      (await fetch(new URL(path, site.url), { redirect: "manual" })).status;
    for (const path of [
      `/zh-Hans/card/news/no-such-story/${version}-wide.png`,
      `/zh-Hans/card/no/such/page/${version}-wide.png`,
      `/zh-Hans/card/${"a".repeat(300)}/${version}-wide.png`,
      `/zh-Hans/card/${version}-huge.png`,
      `/zh-Hans/card/../../secrets.png`,
      `/fr/card/${version}-wide.png`,
    ])
      expect(await statusOf(path), path).toBe(404);
    for (const path of [`/zh-Hans/card/${version}-wide.png`, `${current}?again`]) {
      const answer = await fetch(new URL(path, site.url), { redirect: "manual" });
      expect(answer.status, path).toBe(302);
      expect(answer.headers.get("location")).toBe(current);
    }
  });
});

describe("what a phone and a language model are told", () => {
  test.for(scripts)("in %s is in that script", async (script, { site }) => {
    const html = await textOf(`${site.url}/${script}`);
    const [address = ""] = found(html, /<link rel="manifest" href="([^"]+)"/g);
    const manifest: unknown = JSON.parse(await textOf(new URL(address, site.url).href));
    expect(manifest).toMatchObject({
      lang: script,
      start_url: `/${script}`,
      name: script === "zh-Hans" ? "后帆泵阀" : "后帆泵閥",
    });
    const icons = [
      ...found(JSON.stringify(manifest), /"src":"([^"]+)"/g),
      ...found(html, /<link rel="(?:apple-touch-)?icon" href="([^"]+)"/g),
    ];
    expect(icons).toHaveLength(4);
    for (const icon of icons) {
      const { format, width, height } = await sharp(
        Buffer.from(await (await fetch(new URL(icon, site.url))).arrayBuffer()),
      ).metadata();
      expect([format, width], icon).toEqual(["png", height]);
    }
    const guide = await textOf(`${site.url}/${script}/llms.txt`);
    expect(guide).toMatch(/^# 后帆泵[阀閥]\n\n> /);
    const [, company] = guide.split("\n## 公司\n");
    const [own = "", further] = company?.split("\n## Optional\n") ?? [];
    expect(found(own, /\]\(http[^)]+?\/zh-Han[st](\/[^)]+)\)/g)).toEqual(
      expect.arrayContaining(["/about", "/privacy", "/accessibility", "/contact"]),
    );
    expect(found(own, /(feed)/g)).toEqual([]);
    expect(found(further ?? "", /\/(feed\.\w+)\)/g)).toEqual(["feed.xml", "feed.json"]);
    const links = found(guide, /\]\((http[^)]+)\)/g);
    expect(links.length).toBeGreaterThan(15);
    for (const link of links) expect((await fetch(link)).status, link).toBe(200);
  });

  test.for(["/llms.txt", "/feed.xml", "/feed.json", "/manifest.webmanifest"])(
    "is found at %s in the reader's script",
    async (path, { site }) => {
      const answer = await fetch(site.url + path, {
        redirect: "manual",
        headers: { "accept-language": "zh-TW" },
      });
      expect(answer.status).toBe(307);
      expect(answer.headers.get("location")).toMatch(new RegExp(`/zh-Hant${path}$`));
    },
  );

  test("is an icon drawn by us where there is no logo", async ({ site }) => {
    const png = Buffer.from(await (await fetch(`${site.url}/icons/192.png`)).arrayBuffer());
    expect(await sharp(png).metadata()).toMatchObject({ width: 192, height: 192 });
    expect((await fetch(`${site.url}/icons/193.png`)).status).toBe(404);
  });
});

describe("a search engine", () => {
  test("may fetch the pictures and films of our pages, and none of the machinery", async ({
    site,
  }) => {
    const rules = (await textOf(`${site.url}/robots.txt`)).split("\n");
    expect(rules).toContain("Allow: /api/lake/images/");
    expect(rules).toContain("Allow: /api/lake/files/");
    expect(rules).toContain("Disallow: /api/");
    expect(rules).toContain(`Sitemap: ${site.url}/sitemap.xml`);
  });

  test.for([
    ["Googlebot", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", null],
    ["Baiduspider", "Mozilla/5.0 (compatible; Baiduspider/2.0)", "zh-cn,zh-tw"],
    ["Bingbot", "Mozilla/5.0 (compatible; bingbot/2.0)", "en-US"],
  ] as const)("%s gets what the URL says", async ([, agent, language], { site }) => {
    for (const script of scripts) {
      const answer = await fetch(`${site.url}/${script}/news`, {
        redirect: "manual",
        headers: {
          "user-agent": agent,
          cookie: "script=zh-Hant",
          ...(language ? { "accept-language": language } : {}),
        },
      });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain(`<html lang="${script}"`);
    }
  });
});
