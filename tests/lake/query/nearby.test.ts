import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { articlePageQuery } from "../../../lib/content/queries.ts";
import type { Lake } from "../../../lib/lake/lake.ts";
import { createNearby, type Nearby } from "../../../lib/lake/query/nearby.ts";
import { editor, fill, openMemoryLake } from "./lake-with-documents.ts";

let lake: Lake;
let dataset: string;
let nearby: Nearby;

const articles = '_type == "article" && _id in path("*") && defined(slug.current)';
const bySlug = `*[${articles} && slug.current == $slug][0]{..., "category": category->title}`;
const list = `{"items": *[${articles}] | order(publishedAt desc, _id desc) [0...20]{title}, "total": count(*[${articles}])}`;

beforeAll(async () => {
  lake = await openMemoryLake();
  dataset = await fill(
    lake,
    Array.from({ length: 400 }, (_unused, n) => ({
      _id: `a${n}`,
      _type: "article",
      title: `第${n}期`,
      slug: { current: `news-${n}` },
      publishedAt: new Date(1.6e12 + n * 3.6e6).toISOString(),
    })),
  );
  nearby = createNearby(lake.store.db, { projectId: "yiwen", maxResultBytes: 1e6 });
});
afterAll(() => lake.queries.close());

/**
 * Null when it is left to the workers, undefined when the answer is null.
 *
 * On a busy machine a look at an index may take too long, and the next one not: hence the polls.
 */
function ask(query: string, params: Record<string, unknown> = {}): unknown {
  const json = nearby.answer({
    dataset,
    query,
    params,
    perspective: "published",
    isAnonymous: true,
    identity: "",
    now: Date.now(),
  });
  return json && (JSON.parse(new TextDecoder().decode(json)) ?? undefined);
}

describe("createNearby", () => {
  it("leaves a query to the workers until one of them has answered it quickly", async () => {
    expect(ask(bySlug, { slug: "news-7" })).toBeNull();
    nearby.learn(bySlug, 500);
    expect(ask(bySlug, { slug: "news-7" })).toBeNull();
    nearby.learn(bySlug, 5);
    await expect.poll(() => ask(bySlug, { slug: "news-7" })).toMatchObject({ title: "第7期" });
  });

  it("answers an article, a list and its total as the workers do", async () => {
    nearby.learn(list, 5);
    const expected = await lake.queries.run({
      dataset,
      query: list,
      params: {},
      perspective: "published",
      identity: editor,
    });
    await expect.poll(() => ask(list)).toEqual(expected);
  });

  it("answers an article with what stands beside it, which names the article by `^`", async () => {
    nearby.learn(articlePageQuery, 5);
    const answer = () => ask(articlePageQuery, { slug: "news-7" });
    await expect
      .poll(answer)
      .toMatchObject({ article: { title: "第7期" }, around: { newer: [{ title: "第8期" }] } });
  });

  it.each([
    ["filters every document", "*[_type == 'article' && title == 'x']"],
    ["sorts every document", "*[_type == 'article'] | order(lower(title))[0...3]"],
    ["searches", "*[_type == 'article' && title match '期'][0...3]"],
    ["loops over itself", "*[_type == 'article']{'n': count(*[title > ^.title])}"],
    ["compares a list with itself", "*[_id == 'a1']{'n': tags[@ in ^.tags]}"],
    ["compares lists within a list", "*[_id == 'a1']{'n': tags[count(*[_id in ^.^.tags]) > 0]}"],
    ["goes through what is around it", "*[_id == 'a1']{'n': *[_id == 'a2']{'t': ^.tags[]}}"],
    ["shows everything", "*[_type == 'article']"],
    ["shows a page far from the start", `*[${articles}] | order(_id)[5000...5020]{title}`],
  ])("leaves a query to the workers that %s", (_what, query) => {
    nearby.learn(query, 5);
    expect(ask(query)).toBeNull();
  });

  it("leaves a loop over given lists within a loop to the workers, however short they are", () => {
    const query = "count($list[count($list[@ != 1]) > 0])";
    nearby.learn(query, 5);
    expect(ask(query, { list: [1] })).toBeNull();
    const open = '"a.b" in path($pattern)';
    nearby.learn(open, 5);
    expect(ask(open, { pattern: "a.*" })).toBeNull();
  });

  it("leaves an answer to the workers that repeats itself until it is huge", async () => {
    const query = `*[${articles} && slug.current == $slug][0]${'{"a": @, "b": @}'.repeat(40)}`;
    nearby.learn(query, 5);
    await expect.poll(() => ask(query, { slug: "missing" })).toBeUndefined();
    expect(ask(query, { slug: "news-7" })).toBeNull();
  });

  it("leaves long parameters to the workers", async () => {
    const query = "*[_id in $ids]{title}";
    nearby.learn(query, 5);
    await expect.poll(() => ask(query, { ids: ["a1"] })).toEqual([{ title: "第1期" }]);
    expect(ask(query, { ids: Array.from({ length: 2000 }, (_unused, n) => `a${n}`) })).toBeNull();
  });
});
