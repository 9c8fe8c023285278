import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, startLakeProcess } from "./lake-process.ts";
import { runCommand } from "./run-command.ts";

const fixtures = join(import.meta.dirname, "../fixtures/import");

let lake: LakeProcess;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "old-site-"));
  await cp(fixtures, folder, { recursive: true });
  lake = await startLakeProcess();
});
afterAll(async () => {
  await lake.remove();
  await rm(folder, { recursive: true });
});

// Without LAKE_PORT: the lake that runs has said where it answers.
const run = (...parameters: string[]) =>
  runCommand([...parameters, "--no-remote"], { environment: { DATA_DIR: lake.dataDir } });

type Held = { _id: string; _rev: string; _type: string };
const everything = () =>
  lake.client().fetch<Held[]>('*[!(_type match "system.*")] | order(_id) {_id, _rev, _type}');

const articleQuery = `*[_type == "article" && title == $title][0]{
  title, "slug": slug.current, publishedAt, updatedAt, script, excerpt, source, body,
  "category": category->title, "author": author->name, "cover": cover.asset->originalFilename,
  "tags": tags[]->title, "from": *[_type == "redirect" && to == "/news/" + ^.slug.current].from
}`;
const article = (title: string) => lake.client().fetch(articleQuery, { title });

describe("import-html", () => {
  it("says in a dry run what it would do, and does nothing", async () => {
    const before = await everything();
    const { code, stdout } = await run("import-html", join(folder, "site"), "--dry-run");
    expect(code).toBe(1);
    expect(stdout).toContain("news/20180412.html: “后帆第一批磁力泵发往泉州”");
    expect(stdout).toContain("empty.html: FAILED, it is empty");
    expect(stdout).toContain("news/picture.html: FAILED, it is no text");
    expect(stdout).toContain("news/index.html: passed over");
    expect(stdout).toContain("Would write 4 articles");
    expect(await everything()).toEqual(before);
  });

  it("makes articles of a folder of old pages, whatever their encoding", async () => {
    const { stdout } = await run("import-html", join(folder, "site"));
    expect(stdout).toContain("Wrote 4 articles");
    expect(await article("后帆第一批磁力泵发往泉州")).toMatchObject({
      publishedAt: "2018-04-12T01:30:00.000Z",
      script: "zh-Hans",
      category: "公司新聞",
      slug: expect.stringMatching(/^hou-?fan-[a-z-]+$/),
      from: ["/news/20180412.html"],
    });
    expect(await article("後帆在臺中參加展覽")).toMatchObject({
      publishedAt: "2019-11-04T16:00:00.000Z",
      script: "zh-Hant",
      category: "公司新聞",
    });
    expect(await article("後帆衛生級閥門通過驗收")).toMatchObject({
      publishedAt: "2023-05-23T00:38:00.000Z",
      updatedAt: "2025-01-01T05:30:00.000Z",
      script: "zh-Hant",
    });
    expect(await article("计量泵生产线投产")).toMatchObject({
      publishedAt: "2022-09-08T02:15:00.000Z",
      excerpt: "海沧二期的计量泵生产线开始投产，一年能做六千台。",
      author: "余泊岸",
      category: "产品技术",
      cover: "hall.png",
    });
    expect(await lake.client().fetch('count(*[_type == "category"])')).toBe(2);
  });

  it("keeps the form of a text: marks, lists, tables, pictures with captions, links among the pages", async () => {
    const { body } = await article("计量泵生产线投产");
    const first = await article("后帆第一批磁力泵发往泉州");
    expect(
      body.map(({ _type, style, listItem, level }: Record<string, unknown>) =>
        [_type, style, listItem, level].filter(Boolean).join(" "),
      ),
    ).toEqual([
      "block normal",
      "block h2",
      "block normal",
      "image",
      "block normal number 1",
      "block normal bullet 2",
      "block normal bullet 2",
      "block normal number 1",
      "table",
      "block blockquote",
    ]);
    expect(body[2].markDefs.map(({ href }: { href: string }) => href)).toEqual([
      `/news/${first.slug}`,
      "https://standards.example/gb",
    ]);
    expect(body[3]).toMatchObject({ alt: "二期车间的装配线", caption: "装配线：摄于投产当日" });
    expect(body[8]).toMatchObject({ caption: "两条线的产能", headerRow: true });
    expect(JSON.stringify(first.body)).toContain("HF-M40");
  });

  it("lets no script, no address outside the folder and no armed drawing in", async () => {
    const text = JSON.stringify(await lake.client().fetch('*[_type in ["article", "page"]]'));
    expect(text).not.toMatch(/script>|javascript:|onerror|onclick|document\.write|iframe|passwd/);
    expect(await lake.client().fetch('count(*[_type == "sanity.imageAsset"])')).toBe(2);
  });

  it("changes nothing the second time, an editor's work least of all", async () => {
    const { _id } = await lake.client().fetch('*[title == "计量泵生产线投产"][0]{_id}');
    await lake.client().patch(_id).set({ title: "计量泵生产线投产（更正）" }).commit();
    const before = await everything();
    const { stdout } = await run("import-html", join(folder, "site"));
    expect(stdout).toContain("Wrote 0 articles");
    expect(stdout).toContain("4 there already");
    expect(await everything()).toEqual(before);
  });

  it("ends well when every file could be read, and says what it wants otherwise", async () => {
    await writeFile(
      join(folder, "one.html"),
      "<title>一篇</title><article><p>只有这一句话，可是足够长了，请放心。</p></article>",
    );
    const { code, stdout } = await run("import-html", join(folder, "one.html"));
    expect(code).toBe(0);
    expect(stdout).toContain("no date: comes as a draft");
    expect(stdout).toContain("Wrote 1 articles");
    expect(stdout).toContain("1 as drafts");
    expect(await lake.client().fetch('*[title == "一篇"]._id')).toEqual([
      expect.stringMatching(/^drafts\./),
    ]);
    expect(await run("import-html")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Say: import-html"),
    });
    expect(await run("import-html", join(folder, "nowhere"))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("There is no"),
    });
  });
});

describe("import-wxr", () => {
  it("makes articles, pages and drafts of a WordPress export, and changes nothing the second time", async () => {
    const file = join(folder, "wordpress/houfan.xml");
    const { code, stdout } = await run("import-wxr", file);
    expect(code).toBe(0);
    expect(stdout).toContain("Wrote 4 articles, 1 pages");
    expect(await article("堆场里的一天")).toMatchObject({
      slug: "duichang",
      publishedAt: "2021-05-06T01:00:00.000Z",
      excerpt: "堆场的一天，从六点开始。",
      author: "萧博远",
      category: "厂区故事",
      tags: ["堆场"],
      cover: "dock.png",
      from: ["/2021/05/duichang"],
    });
    const old = await article("码头的旧照片");
    expect(old).toMatchObject({ from: ["/2020/03/码头"], slug: expect.stringMatching(/^matou/) });
    expect(old.body.map(({ _type }: { _type: string }) => _type)).toEqual([
      "block",
      "block",
      "image",
      "gallery",
      "block",
    ]);
    expect(old.body[2]).toMatchObject({ alt: "老码头", caption: "一九八六年的码头" });
    expect(old.body[1].children[0].text).toBe("当时没有吊车，全靠人。\n大家喊着号子。");
    const drafts = await lake
      .client()
      .fetch('*[_id in path("drafts.**") && title != "一篇"].title');
    expect(drafts.toSorted()).toEqual(["加了密码的一篇", "还没写完的一篇"]);
    expect(await lake.client().fetch('*[_type == "page"].slug.current')).toEqual([
      "quality-policy",
    ]);
    const before = await everything();
    expect((await run("import-wxr", file)).stdout).toContain("Wrote 0 articles");
    expect(await everything()).toEqual(before);
  });

  it("takes one export at a time", async () => {
    expect(await run("import-wxr", "one.xml", "two.xml")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^"two\.xml" is one too many\. Say: /),
    });
  });

  it("says which line of a damaged export is wrong", async () => {
    await writeFile(
      join(folder, "torn.xml"),
      '<?xml version="1.0"?>\n<rss><channel><title>后帆</titel>',
    );
    expect(await run("import-wxr", join(folder, "torn.xml"))).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^it is no valid XML: 2:/),
    });
    await writeFile(join(folder, "feed.xml"), "<rss><channel/></rss>");
    expect(await run("import-wxr", join(folder, "feed.xml"))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("no WordPress export"),
    });
  });
});
