import { evaluate as evaluateByReference, parse } from "groq-js";
import { describe, expect, it } from "vitest";

import {
  articlePageQuery,
  aroundQuery,
  searchableContactsQuery,
  searchableQuery,
} from "@/lib/content/queries";
import { evaluate } from "@/lib/lake/query/compile.ts";
import { createMemorySource } from "@/lib/lake/query/source.ts";

const beside = [
  { _id: "c1", _type: "category", title: "媒体报道" },
  { _id: "t1", _type: "tag", title: "食品卫生" },
  { _id: "w1", _type: "author", name: "肖克俭" },
  {
    _id: "k1",
    _type: "contactPerson",
    _createdAt: "2026-01-01T00:00:00Z",
    name: "余静雯",
    tel: "0592-000",
  },
];
const articles = Array.from({ length: 30 }, (_, at) => ({
  _id: `a${at}`,
  _type: "article",
  _createdAt: "2026-01-01T00:00:00Z",
  title: `第${at}篇`,
  slug: { current: `story-${at}` },
  publishedAt: new Date(Date.UTC(2026, 0, 1 + at)).toISOString(),
  ...(at % 3 === 0 ? {} : { category: { _ref: `c${at % 3}` } }),
  ...(at === 10 ? { tags: [{ _ref: "t1" }, { _ref: "gone" }], author: { _ref: "w1" } } : {}),
  ...(at === 7 ? { body: "text", tags: 5, cover: "/cover.png" } : {}),
  ...(at === 5 ? { related: [{ _ref: "a20" }, { _ref: "gone" }] } : {}),
}));

const documents = [...articles, ...beside];

async function answerOf(query: string, params: Record<string, unknown>): Promise<unknown> {
  const tree = parse(query, { params });
  const byReference: unknown = await (
    await evaluateByReference(tree, { dataset: documents, params })
  ).get();
  const source = createMemorySource(documents);
  const project = { projectId: "p", dataset: "d" };
  const ours = evaluate(tree, { source, params, identity: "", now: new Date(), project });
  expect(JSON.parse(JSON.stringify(ours))).toEqual(byReference);
  return byReference;
}

describe("what a page asks of an article", () => {
  it.each([
    { slug: "story-5", category: "c2", related: ["a20", "gone"] },
    { slug: "story-0", category: "", related: [] },
    { slug: "story-29", category: "c2", related: [] },
  ])("is answered with what stands beside $slug in the same breath", async (asked) => {
    const { slug, category, related } = asked;
    const at = articles.find((one) => one.slug.current === slug)?.publishedAt;
    const around = await answerOf(aroundQuery, { at, category, related });
    expect(await answerOf(articlePageQuery, { slug })).toMatchObject({ article: { slug }, around });
  });

  it("is nothing where there is no article", async () => {
    expect(await answerOf(articlePageQuery, { slug: "none" })).toBeNull();
  });

  it("is answered with what is no list, no picture, as it stands, for the log to name", async () => {
    const answer = await answerOf(articlePageQuery, { slug: "story-7" });
    expect(answer).toMatchObject({ article: { body: "text", tags: 5, cover: "/cover.png" } });
  });
});

describe("what search asks", () => {
  it("is answered with the names that an article bears", async () => {
    expect(await answerOf(searchableQuery, { ids: ["a10"] })).toMatchObject([
      { category: "媒体报道", tags: ["食品卫生", null], author: "肖克俭" },
    ]);
  });

  it("is answered with the people to turn to", async () => {
    expect(await answerOf(searchableContactsQuery, { ids: ["k1", "a10"] })).toMatchObject([
      { _id: "k1", name: "余静雯", tel: "0592-000" },
    ]);
  });
});
