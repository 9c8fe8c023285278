import { evaluate, parse } from "groq-js";
import { describe, expect, it } from "vitest";

import type { Identity } from "../../lib/lake/auth/identity.ts";
import type { Document } from "../../lib/lake/document.ts";
import { createMatcher } from "../../lib/lake/listen/matcher.ts";

const time = "2025-03-01T08:00:00.000Z";
const system = { _rev: "r", _createdAt: time, _updatedAt: time };
const documents: Document[] = [
  { ...system, _id: "a", _type: "article", title: "新" },
  { ...system, _id: "drafts.a", _type: "article" },
  { ...system, _id: "b", _type: "page", title: "a" },
  { ...system, _id: "versions.r.a", _type: "article" },
];
const editor: Identity = { id: "e", name: "E", kind: "user", roles: ["editor"], dataset: null };
const request = { dataset: "production", projectId: "yiwen" };

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
  ])("agrees with plain evaluation about $query", async ({ query, params = {} }) => {
    const matches = createMatcher({ ...request, query, params, identity: editor });
    for (const document of documents) {
      const value = await evaluate(parse(query, { params }), { dataset: [document], params });
      const result: unknown = await value.get();
      const expected = Array.isArray(result) ? result.length > 0 : Boolean(result);
      expect({ id: document._id, is: await matches(document) }).toEqual({
        id: document._id,
        is: expected,
      });
    }
    expect(await matches(null)).toBe(false);
  });

  it("shows a stranger nothing whose id has a dot", async () => {
    const matches = createMatcher({ ...request, query: "*", params: {}, identity: null });
    expect(await Promise.all(documents.map(matches))).toEqual([true, false, true, false]);
  });
});
