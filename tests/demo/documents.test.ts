import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";
import { z } from "zod";

import { documents } from "../../demo/documents.ts";
import { arrays, objects, wordsOf } from "./read-documents.ts";

const folder = join(import.meta.dirname, "../../demo");
const now = new Date("2026-11-23T02:00:00.000Z");
const all = documents(now);
const ofType = (type: string) =>
  all.filter(({ _id, _type }) => _type === type && !_id.includes("."));
const articles = ofType("article");

const sluggedSchema = z.object({ slug: z.object({ current: z.string() }) });
const slugOf = (document: unknown) => sluggedSchema.parse(document).slug.current;
const titleOf = (document: unknown) => z.object({ title: z.string() }).parse(document).title;
const lastChange = ({ publishedAt, updatedAt }: Record<string, unknown>) =>
  String(updatedAt ?? publishedAt);

const referred = (value: unknown) =>
  objects(value).flatMap(({ _ref }) => (typeof _ref === "string" ? [_ref] : []));

describe("the demo's documents", () => {
  it("have ids that are unique", () => {
    const ids = all.map(({ _id }) => _id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it("are public but for the inquiry, the release and its version", () => {
    expect(all.map(({ _id }) => _id).filter((id) => id.includes("."))).toEqual([
      "inquiry.6d1f4c1e-2f0b-4c55-9a3e-7b0f5a9c1d20",
      "_.releases.rhfd3launch",
      "versions.rhfd3launch.article-hf-d3-jiliang-beng",
    ]);
  });

  it("point only at documents that are there", () => {
    const ids = new Set(all.map(({ _id }) => _id));
    expect(referred(all).filter((id) => !ids.has(id))).toEqual([]);
  });

  it("give every member of an array a key of its own", () => {
    const wrong = all
      .flatMap((document) => Object.values(document).flatMap(arrays))
      .filter((members) => new Set(members.map(({ _key }) => _key)).size !== members.length);
    expect(wrong).toEqual([]);
  });

  it("define every mark that a span carries", () => {
    const decorators = new Set([
      "strong",
      "em",
      "underline",
      "strike-through",
      "code",
      "sup",
      "sub",
    ]);
    const wrong = objects(all)
      .filter(({ _type }) => _type === "block")
      .flatMap((block) => {
        const defined = new Set(objects(block["markDefs"]).map(({ _key }) => String(_key)));
        return objects(block["children"])
          .flatMap(({ marks }) => z.array(z.string()).parse(marks))
          .filter((mark) => !decorators.has(mark) && !defined.has(mark));
      });
    expect(wrong).toEqual([]);
  });

  it("name only assets that exist, and use every asset", () => {
    const named = objects(all).flatMap(({ _sanityAsset }) =>
      typeof _sanityAsset === "string"
        ? [_sanityAsset.replace(/^(image|file)@file:\/\/\.\//u, "")]
        : [],
    );
    expect(named.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
    const held = readdirSync(join(folder, "assets")).map((name) => `assets/${name}`);
    expect(held.filter((name) => !named.includes(name))).toEqual([]);
  });

  it("say what every picture shows and whose it is", () => {
    const pictures = objects(all).filter(({ _type }) => _type === "image");
    expect(pictures.length).toBeGreaterThan(60);
    expect(pictures.filter(({ alt, credit }) => !alt || !credit)).toEqual([]);
  });

  it("weigh at most 6 MB, the film 600 KB and the manual 200 KB", () => {
    const size = (name: string) => statSync(join(folder, name)).size;
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(names.map(size).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(6_000_000);
    expect(size("assets/magnetic-pump.mp4")).toBeLessThan(600_000);
    expect(size("assets/houfan-hf-m-manual.pdf")).toBeLessThan(200_000);
  });

  it("are the same when asked again", () => {
    expect(documents(now)).toEqual(all);
  });

  it("write Chinese with full-width punctuation", () => {
    const wrong = wordsOf(all).match(/.{0,6}\p{Script=Han}[,;:?!].{0,6}/gu);
    expect(wrong).toBeNull();
  });

  it("name nobody who can be called", () => {
    const numbers = wordsOf(all).match(/\b(?:\d{3,4}-)\d{3,4}-\d{4}\b/gu) ?? [];
    expect(numbers.length).toBeGreaterThan(6);
    expect(
      numbers.filter((number) => !/^(?:400-000-0000|0592-000-|154-0000-)/u.test(number)),
    ).toEqual([]);
  });
});

describe("the demo's articles", () => {
  it("are more than thirty, some in each of five categories", () => {
    expect(articles.length).toBeGreaterThan(30);
    const counts = ofType("category").map(
      ({ _id }) => referred(articles).filter((id) => id === _id).length,
    );
    expect(counts).toHaveLength(5);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4);
  });

  it("have slugs that are unique and in the pattern", () => {
    const slugs = articles.map(slugOf);
    expect(slugs).toHaveLength(new Set(slugs).size);
    expect(slugs.filter((slug) => !/^[a-z0-9-]{1,96}$/u.test(slug))).toEqual([]);
  });

  it("were published within three years, each year some, none after November 2026", () => {
    const dates = articles.map(({ publishedAt }) => z.iso.datetime().parse(publishedAt));
    expect(dates.filter((date) => date < "2024-01-01" || date > "2026-11-23")).toEqual([]);
    for (const year of ["2024", "2025", "2026"])
      expect(dates.filter((date) => date.startsWith(year)).length).toBeGreaterThan(7);
  });

  it("were updated after they were published, and say what changed", () => {
    const updated = articles.filter((article) => article["updatedAt"] !== undefined);
    expect(updated.length).toBeGreaterThan(10);
    const wrong = updated.filter(
      ({ publishedAt, updatedAt, updateNote }) =>
        String(updatedAt) < String(publishedAt) || !updateNote,
    );
    expect(wrong.map(({ _id }) => _id)).toEqual([]);
  });

  it("each have a body worth reading", () => {
    const short = articles.filter((article) => wordsOf(article["body"]).length < 400);
    expect(short.map(({ _id }) => _id)).toEqual([]);
  });

  it("link only to articles that were out when they were last changed", () => {
    const published = new Map(
      articles.map((article) => [article._id, String(article["publishedAt"])]),
    );
    const early = articles.flatMap((article) =>
      referred(article["body"]).filter((id) => (published.get(id) ?? "") > lastChange(article)),
    );
    expect(early).toEqual([]);
  });

  it.each([
    "link",
    "internalLink",
    "noConvert",
    "variant",
    "footnote",
    "table",
    "gallery",
    "attachment",
    "pullQuote",
    "callout",
    "divider",
  ])("show a %s somewhere", (type) => {
    expect(objects(articles).some(({ _type }) => _type === type)).toBe(true);
  });

  it("hold one pinned, one in Traditional, one in the press's words, one with a film", () => {
    expect(articles.filter(({ pinned }) => pinned)).toHaveLength(1);
    expect(articles.filter(({ script }) => script === "zh-Hant")).toHaveLength(1);
    expect(articles.filter(({ source }) => source !== undefined).length).toBeGreaterThan(2);
    expect(articles.filter(({ video }) => video !== undefined)).toHaveLength(1);
    expect(articles.filter(({ overrides }) => overrides !== undefined).length).toBeGreaterThan(1);
    expect(articles.filter(({ variants }) => variants !== undefined)).toHaveLength(1);
  });

  it("hold a title of sixty characters and more, and an English one", () => {
    expect(articles.map(titleOf).filter((title) => title.length > 60)).toHaveLength(1);
    expect(articles.map(titleOf).filter((title) => !/\p{Script=Han}/u.test(title))).toHaveLength(1);
  });
});

describe("the demo's addresses", () => {
  it("lead from an old slug to the article's new one", () => {
    const paths = articles.map((article) => `/news/${slugOf(article)}`);
    for (const { _id, from, to } of ofType("redirect")) {
      expect(_id).toBe(`redirect-${createHash("sha1").update(String(from)).digest("hex")}`);
      expect(paths).toContain(to);
      expect(paths).not.toContain(from);
    }
    expect(ofType("redirect")).toHaveLength(2);
  });

  it("of the menus lead to a page, a category or a fixed path", () => {
    const known = new Set([
      "/",
      "/news",
      "/contact",
      ...ofType("page").map((page) => `/${slugOf(page)}`),
      ...ofType("category").map((category) => `/news/category/${slugOf(category)}`),
    ]);
    const targets = objects(ofType("navigation")).flatMap(({ href }) =>
      typeof href === "string" ? [href] : [],
    );
    expect(targets.length).toBeGreaterThan(8);
    expect(targets.filter((href) => !known.has(href))).toEqual([]);
  });
});

describe("the demo's scheduled article", () => {
  it("comes out three days after the seeding", () => {
    expect(all.find(({ _id }) => _id === "_.releases.rhfd3launch")).toMatchObject({
      _type: "system.release",
      name: "rhfd3launch",
      state: "scheduled",
      publishAt: "2026-11-26T02:00:00.000Z",
    });
  });

  it("shares neither id nor slug with a published one", () => {
    const version = all.find(({ _id }) => _id.startsWith("versions."));
    expect(articles.map(slugOf)).not.toContain(slugOf(version));
    expect(articles.map(({ _id }) => _id)).not.toContain("article-hf-d3-jiliang-beng");
  });
});
