import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";

import { editorClient, lookAt, newArticle, waitUntil } from "./content-editor.ts";
import { pagesOf } from "./kinds-of-page.ts";
import { type SiteProcess, startSiteProcess } from "./site-process.ts";

const root = resolve(import.meta.dirname, "../..");
const random = (length: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) =>
    (byte % 36).toString(36),
  ).join("");

let site: SiteProcess;

/** What a vendor asks for as a proof of ownership, in two of their manners. */
const proofs = [`MP_verify_${random(16)}.txt`, `baidu_verify_codeva-${random(10)}.html`];
const inPublic = (name: string) => join(root, "public", name);

beforeAll(async () => {
  for (const name of proofs) await writeFile(inPublic(name), name);
  // At this level the lake writes a line for every request.
  site = await startSiteProcess({ environment: { LAKE_LOG: "info", REHEARSAL: "off" } });
});
afterAll(async () => {
  await Promise.all(proofs.map((name) => rm(inPublic(name))));
  await site.stop();
});

/** How often the CMS has been queried so far, by its own log. */
async function countQueries(): Promise<number> {
  const mark = `/v1/${random(12)}`;
  await fetch(site.lakeUrl + mark);
  const log = await waitUntil(
    () => readFile(site.log, "utf8"),
    (text) => text.includes(mark),
  );
  expect(log).toContain(mark);
  return log.match(/"request".*\/data\/query\//g)?.length ?? 0;
}

async function queriesDuring(work: () => Promise<unknown>): Promise<number> {
  const before = await countQueries();
  await work();
  return (await countQueries()) - before;
}

async function bytesOnDisk(): Promise<number> {
  const folder = join(root, site.distDir);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map((file) => stat(join(file.parentPath, file.name)).catch(() => null)),
  );
  return sizes.reduce((sum, one) => sum + (one?.size ?? 0), 0);
}

/** Wait until the site has done what a start brings: for a second it asks nothing and writes nothing. */
async function untilAtRest(): Promise<void> {
  const bytes = await bytesOnDisk();
  const asked = await queriesDuring(() => setTimeout(1_000));
  if (asked > 0 || (await bytesOnDisk()) !== bytes) await untilAtRest();
}

describe("a file of the folder public", () => {
  it.for(proofs)("is answered as it is, at the top: %s", async (name) => {
    expect(await lookAt(`${site.url}/${name}`)).toMatchObject({ status: 200, text: name });
  });
});

describe("2,000 addresses that do not exist", () => {
  const kinds = [
    () => `/zh-Hans/news/${random(10)}`,
    () => `/zh-Hant/news/${random(300)}`,
    () => `/zh-Xxxx/news/${random(10)}`,
    () => `/${random(10)}`,
    () => `/zh-Hant/${random(10)}`,
    () => `/zh-Hans/news/category/${random(10)}/page/3`,
    () => `/zh-Hans/news/tag/${random(10)}`,
    () => `/zh-Hans/news/archive/${random(4)}`,
    () => `/${random(10)}.${random(3)}`,
    () => `/zh-Hans/${random(10)}.pdf`,
    () => `/zh-Hant/news/${random(10)}.rsc`,
    () => `/zh-Hans/news/tag/${random(5)}.${random(5)}`,
    () => `/${random(6)}.js/news`,
  ];

  it("cost less than 1 MB on the disk and no question to the CMS", async () => {
    await lookAt(`${site.url}/zh-Hans/news/${random(10)}`);
    await untilAtRest();
    const before = await bytesOnDisk();
    const askAll = async () => {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, at) => lookAt(site.url + kinds[at % kinds.length]?.())),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    };
    // Every 20 s the site looks for missed changes; a batch that meets that look is sent once more.
    let quiet = 0;
    for (let batch = 0; batch < 60 && quiet < 40; batch += 1)
      if ((await queriesDuring(askAll)) === 0) quiet += 1;
    expect(quiet).toBe(40);
    expect((await bytesOnDisk()) - before).toBeLessThan(1_000_000);
  });
});

describe("200 who ask for one page at once that has to be made", () => {
  it("cost the CMS one question", async () => {
    const [first, ...cold] = await editorClient(site).fetch<string[]>(
      `*[_type == "article" && _id in path("*")] | order(publishedAt desc)[12...18].slug.current`,
    );
    // Whatever all articles share is asked for with the first.
    await lookAt(`${site.url}/zh-Hans/news/${first}`);
    const counts: number[] = [];
    for (const slug of cold) {
      const visit = async () => {
        const answers = await Promise.all(
          Array.from({ length: 200 }, () => lookAt(`${site.url}/zh-Hans/news/${slug}`)),
        );
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      };
      counts.push(await queriesDuring(visit));
    }
    // One may have met the look for missed changes.
    expect(counts.filter((count) => count !== 1).length, String(counts)).toBeLessThanOrEqual(1);
  });
});

describe("malformed documents", () => {
  const weak = (id: string) => ({ _type: "reference", _ref: id, _weak: true });
  const block = (text: string) => ({
    _type: "block",
    _key: random(8),
    style: "normal",
    markDefs: [],
    children: [{ _type: "span", _key: "a", text, marks: [] }],
  });
  const article = (title: string, fields: object) => ({ ...newArticle({ title }), ...fields });
  const readable = [
    article("引用落空的文章", {
      category: weak("none-1"),
      author: weak("none-2"),
      contact: weak("none-3"),
      related: [weak("none-4")],
      tags: [weak("none-5")],
      cover: { _type: "image", asset: weak("image-0000-1x1-png"), alt: "无" },
    }),
    article("带着陌生段落的文章", {
      body: [
        { _type: "hologram", _key: "h", depth: 3 },
        "不是段落",
        { ...block("陌生的样式"), style: "h9", listItem: "roman" },
        {
          ...block("陌生的标记"),
          children: [{ _type: "span", text: "仍然可读", marks: ["glow"] }],
        },
      ],
    }),
    article("类型不对的文章", {
      excerpt: { text: "对象" },
      tags: 5,
      publishedAt: "昨天",
      pinned: "yes",
      video: [],
      seo: "none",
      source: {},
      variants: { locale: "zh-Hant" },
    }),
    article("正文一兆字节的文章", {
      body: Array.from({ length: 350 }, () => block("很长的正文，".repeat(170))),
    }),
  ];
  const unreadable = [
    { _id: "bare-article", _type: "article", slug: { _type: "slug", current: "bare-article" } },
  ];
  const others: ({ _id: string; _type: string } & Record<string, unknown>)[] = [
    article("地址不对的文章", { slug: { _type: "slug", current: "不是 / 地址" } }),
    { _id: "bare-article-2", _type: "article" },
    { _id: "bare-category", _type: "category" },
    { _id: "bare-tag", _type: "tag", slug: { current: "bare-tag" } },
    { _id: "bare-contact", _type: "contactPerson" },
    { _id: "bare-link", _type: "friendLink", url: "javascript:alert(1)" },
    { _id: "bare-page", _type: "page", slug: { current: "bare-page" }, body: "text" },
    { _id: "bare-term", _type: "glossaryTerm", forms: "none" },
    { _id: "bare-redirect", _type: "redirect", from: 1, to: null },
  ];
  const good = newArticle({ title: "同时发布的好文章" });

  it("break at most their own page, with a line in the log", async () => {
    const client = editorClient(site);
    const pages = await pagesOf(site);
    const documents: typeof others = [...readable, ...unreadable, ...others, good];
    onTestFinished(async () => {
      const params = { ids: documents.map(({ _id }) => _id) };
      await client.delete({ query: "*[_id in $ids]", params });
    });
    for (const document of documents) await client.create(document);
    const titles = [...readable, good].map(({ title }) => title);
    const shown = await waitUntil(
      () => lookAt(`${site.url}/zh-Hans/news`),
      ({ text }) => titles.every((title) => text.includes(title)),
    );
    for (const title of titles) expect(shown.text).toContain(title);
    expect(shown.text).not.toContain("bare-article");
    for (const locale of ["zh-Hans", "zh-Hant"]) {
      for (const { title, slug } of [...readable, good])
        expect((await lookAt(`${site.url}/${locale}/news/${slug.current}`)).status, title).toBe(
          200,
        );
      const machines = ["/feed.xml", "/feed.json", "/search?q=文章"];
      for (const path of [...pages, ...machines])
        expect((await lookAt(`${site.url}/${locale}${path}`)).status, path).toBe(200);
    }
    expect((await lookAt(`${site.url}/sitemap.xml`)).status).toBe(200);
    const bare = await lookAt(`${site.url}/zh-Hant/news/bare-article`);
    expect([404, 500]).toContain(bare.status);
    expect(bare.text).toContain('lang="zh-Hant"');
    const log = await readFile(site.log, "utf8");
    expect(log).toContain("left out a malformed article (bare-article bare-article)");
    for (const line of [
      "found a number where a list should be",
      "left out the malformed excerpt, an object",
    ])
      expect(log).toMatch(new RegExp(`in the article \\([^)]+\\): ${line}`));
  });
});
