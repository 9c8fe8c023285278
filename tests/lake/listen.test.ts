import { evaluate, parse } from "groq-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Identity } from "../../lib/lake/auth/identity.ts";
import type { Document } from "../../lib/lake/document.ts";
import type { Lake } from "../../lib/lake/lake.ts";
import { createMatcher } from "../../lib/lake/listen/matcher.ts";
import { openMemoryLake } from "./query/lake-with-documents.ts";

const time = "2025-03-01T08:00:00.000Z";
const system = { _rev: "r", _createdAt: time, _updatedAt: time };
const documents: Document[] = [
  { ...system, _id: "a", _type: "article", title: "新" },
  { ...system, _id: "drafts.a", _type: "article" },
  { ...system, _id: "b", _type: "page", title: "a" },
  { ...system, _id: "versions.r.a", _type: "article" },
];
const editor: Identity = { id: "e", name: "E", kind: "user", roles: ["editor"], dataset: null };

let lake: Lake;
beforeAll(async () => {
  lake = await openMemoryLake();
});
afterAll(() => lake.store.close());

const match = (query: string, params: Record<string, unknown>, identity: Identity) =>
  createMatcher(
    { dataset: "production", query, params, identity },
    { projectId: "yiwen", queries: lake.queries },
  );

describe("createMatcher", () => {
  it.each([
    { query: "*" },
    { query: '*[_id == "a"]' },
    { query: '*["a" == _id]' },
    { query: "*[_id in $ids]", params: { ids: ["a", "versions.r.a"] } },
    { query: '*[_id in ["a", $other] && _type == "article"]', params: { other: "drafts.a" } },
    { query: '*[_id == "a" || _type == "page"]' },
    { query: '*[_id == "a" || _id == "b"]{title}' },
    { query: '*[!(_id == "a")]' },
    { query: '*[_id in path("drafts.**")]' },
    { query: "*[_id == title]" },
    { query: '*[(_id == "a")] | order(_id)' },
    { query: "*[_id in $none]", params: { none: [] } },
    { query: "*[_id == $nothing]", params: { nothing: null } },
    { query: 'count(*[_id == "b"]) > 0' },
    { query: '*[title match "a*"]' },
    { query: "*[_id in [...$ids, title]]", params: { ids: ["a"] } },
    { query: "*[count($ids[@ == ^._id]) > 0]", params: { ids: ["b"] } },
  ])("agrees with plain evaluation about $query", async ({ query, params = {} }) => {
    const expected = await Promise.all(
      documents.map(async (document) => {
        const value = await evaluate(parse(query, { params }), { dataset: [document], params });
        const result: unknown = await value.get();
        return Array.isArray(result) ? result.length > 0 : Boolean(result);
      }),
    );
    const found = await match(query, params, editor)([null, ...documents, null]);
    expect(found).toEqual([false, ...expected, false]);
  });

  it("finds a Chinese word inside a sentence, as a query does", async () => {
    const [document] = documents;
    const sentence = document ? { ...document, title: "工厂智能制造升级" } : null;
    expect(await match('*[title match "制造"]', {}, editor)([sentence])).toEqual([true]);
    const searching = '*[@ match text::query("制造")]';
    expect(await match(searching, {}, editor)([sentence])).toEqual([true]);
  });

  it("shows a stranger nothing whose id has a dot", async () => {
    expect(await match("*", {}, null)(documents)).toEqual([true, false, true, false]);
  });

  it.each([
    ["that cannot be parsed", "*["],
    ["with a parameter that is not given", "*[_id == $id]"],
    ["with a function that is not supported", "*[geo::contains(a, b)]"],
    ["longer than an address", `*[_id == "${"a".repeat(20_000)}"]`],
  ])("refuses a filter %s", (_what, query) => {
    expect(() => match(query, {}, editor)).toThrow(expect.objectContaining({ status: 400 }));
  });
});
