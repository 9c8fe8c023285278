import { describe, expect, it } from "vitest";

import { applyPatch } from "../../lib/lake/patch/patch.ts";
import type { PatchOperations } from "../../lib/lake/transaction/mutations.ts";

const system = {
  _id: "article-1",
  _type: "article",
  _rev: "r1",
  _createdAt: "2025-03-01T08:00:00.000Z",
  _updatedAt: "2025-03-01T08:00:00.000Z",
};
const people = {
  friends: [
    { _key: "a", name: "小明", age: 40 },
    { _key: "b", name: "小红", age: 32 },
    { _key: "c", name: "小刚" },
  ],
  roles: ["admin", "owner"],
  address: { city: "厦门", state: { short: "FJ", long: "福建" } },
};

type Row = { name: string; from: object; patch: PatchOperations; to: object };
const rows: Row[] = [
  { name: "sets an attribute", from: { a: 1 }, patch: { set: { a: 2, b: 3 } }, to: { a: 2, b: 3 } },
  {
    name: "makes missing objects on the way",
    from: {},
    patch: { set: { "seo.title.long": "x" } },
    to: { seo: { title: { long: "x" } } },
  },
  {
    name: "puts an object where a scalar was in the way",
    from: { a: "text" },
    patch: { set: { "a.b": 1 } },
    to: { a: { b: 1 } },
  },
  {
    name: "never makes array items",
    from: { list: [{ _key: "a" }] },
    patch: { set: { 'list[_key=="b"].title': "x", "list[4]": 1 } },
    to: { list: [{ _key: "a" }] },
  },
  {
    name: "sets by key, by negative index in the middle of a path, and by quoted name",
    from: { list: [{ _key: "a" }, { _key: "b" }], "x-y": 1 },
    patch: { set: { 'list[_key=="a"].t': 1, "list[-1].t": 2, "['x-y']": 3 } },
    to: {
      list: [
        { _key: "a", t: 1 },
        { _key: "b", t: 2 },
      ],
      "x-y": 3,
    },
  },
  {
    name: "sets over a range in the middle of a path",
    from: { list: [{ n: 1 }, { n: 2 }, { n: 3 }] },
    patch: { set: { "list[1:].n": 0 } },
    to: { list: [{ n: 1 }, { n: 0 }, { n: 0 }] },
  },
  {
    name: "sets where a comparison holds, and everywhere below",
    from: people,
    patch: { set: { "friends[age > 35].name": "old", "address..short": "XM" } },
    to: {
      ...people,
      friends: [{ _key: "a", name: "old", age: 40 }, people.friends[1], people.friends[2]],
      address: { city: "厦门", state: { short: "XM", long: "福建" } },
    },
  },
  {
    name: "keeps what is there on setIfMissing, null counting as missing",
    from: { a: 0, b: null, c: "" },
    patch: { setIfMissing: { a: 1, b: 1, c: 1, d: 1, "e.f": 1 } },
    to: { a: 0, b: 1, c: "", d: 1, e: { f: 1 } },
  },
  {
    name: "sets before it sets what is missing",
    from: {},
    patch: { setIfMissing: { a: "missing" }, set: { a: "set" } },
    to: { a: "set" },
  },
  {
    name: "unsets attributes, items by index, range, key and existence",
    from: { a: 1, b: [0, 1, 2, 3, 4], c: [{ _key: "x" }, { _key: "y" }], d: [{ k: 1 }, { l: 1 }] },
    patch: { unset: ["a", "b[1:3]", 'c[_key=="x"]', "d[k?]", "missing.deep"] },
    to: { b: [0, 3, 4], c: [{ _key: "y" }], d: [{ l: 1 }] },
  },
  {
    name: "unsets several indices of one array at once",
    from: { b: ["a", "b", "c", "d"] },
    patch: { unset: ["b[0, 2]", "b[-1]"] },
    to: { b: ["b"] },
  },
  {
    name: "unsets nothing below a scalar",
    from: { a: "text" },
    patch: { unset: ["a.b"] },
    to: { a: "text" },
  },
  {
    name: "counts up and down, wherever a path leads, also below",
    from: { n: 1, m: { k: 5 }, list: [{ n: 1 }, { n: 2 }, {}] },
    patch: {
      inc: { n: 2, "list[n?].n": 10, 'list[_key=="z"].n': 1 },
      dec: { "m.k": 1.5, "..n": 1 },
    },
    to: { n: 2, m: { k: 3.5 }, list: [{ n: 10 }, { n: 11 }, {}] },
  },
  {
    name: "counts from what it was to be when missing",
    from: {},
    patch: { setIfMissing: { n: 0 }, inc: { n: 1 } },
    to: { n: 1 },
  },
  {
    name: "takes a name in either quotes, whatever is in it, and nothing else for a name",
    from: { "a-b": { c: 1 }, list: [{ _key: "k", title: ', "x"' }] },
    patch: { set: { '["a-b"].c': 2, '["标题"]': 3, "['it']": 4, 'list[title==", \\"x\\""].n': 5 } },
    to: { "a-b": { c: 2 }, 标题: 3, it: 4, list: [{ _key: "k", title: ', "x"', n: 5 }] },
  },
  {
    name: "sets many items of a long list",
    from: { list: Array.from({ length: 3000 }, (_unused, n) => ({ _key: `k${n}` })) },
    patch: { set: { "list[*].n": 1 }, unset: ["list[1:]"] },
    to: { list: [{ _key: "k0", n: 1 }] },
  },
  {
    name: "sets an attribute that is called as JavaScript's own",
    from: {},
    patch: { set: { "__proto__.x": 1 } },
    to: JSON.parse('{"__proto__": {"x": 1}}'),
  },
  {
    name: "inserts where an empty range is replaced, as the client's splice(…, 1, 0, …) asks",
    from: { list: ["a", "b"], end: ["a"] },
    patch: { insert: { replace: "list[1:1]", items: ["x"] } },
    to: { list: ["a", "x", "b"], end: ["a"] },
  },
  {
    name: "appends after the last item",
    from: { list: ["a"] },
    patch: { insert: { after: "list[-1]", items: ["b", "c"] } },
    to: { list: ["a", "b", "c"] },
  },
  {
    name: "appends to an empty array",
    from: { list: [] },
    patch: { insert: { after: "list[-1]", items: ["a"] } },
    to: { list: ["a"] },
  },
  {
    name: "prepends to an empty array",
    from: { list: [] },
    patch: { insert: { before: "list[0]", items: ["a"] } },
    to: { list: ["a"] },
  },
  {
    name: "inserts after the last item of a range",
    from: { list: [0, 1, 2, 3] },
    patch: { insert: { after: "list[0:2]", items: ["x"] } },
    to: { list: [0, 1, "x", 2, 3] },
  },
  {
    name: "inserts before the item with a key in a nested array",
    from: { body: [{ _key: "p", children: [{ _key: "s" }] }] },
    patch: {
      insert: { before: 'body[_key=="p"].children[_key=="s"]', items: [{ _key: "r" }] },
    },
    to: { body: [{ _key: "p", children: [{ _key: "r" }, { _key: "s" }] }] },
  },
  {
    name: "replaces a range",
    from: { list: ["a", "b", "c", "d"] },
    patch: { insert: { replace: "list[1:3]", items: ["!"] } },
    to: { list: ["a", "!", "d"] },
  },
  {
    name: "inserts nothing where no item matches",
    from: { list: [{ _key: "a" }] },
    patch: { insert: { after: 'list[_key=="z"]', items: [{ _key: "b" }] } },
    to: { list: [{ _key: "a" }] },
  },
  {
    name: "splices the way the client's patch.splice writes it",
    from: { list: ["a", "b", "c"] },
    patch: { insert: { replace: "list[1:2]", items: ["x", "y"] } },
    to: { list: ["a", "x", "y", "c"] },
  },
  {
    name: "merges text with diff-match-patch, offsets counting UTF-8",
    from: { text: "厦门的天气很好" },
    patch: {
      diffMatchPatch: {
        text: "@@ -9,12 +9,12 @@\n %E5%A4%A9%E6%B0%94\n-%E5%BE%88%E5%A5%BD\n+%E4%B8%8D%E9%94%99\n",
      },
    },
    to: { text: "厦门的天气不错" },
  },
];

describe("applyPatch", () => {
  it.each(rows)("$name", ({ from, patch, to }) => {
    const document = { ...system, ...from };
    const untouched = structuredClone(document);
    expect(applyPatch(document, patch)).toEqual({ ...system, ...to });
    expect(document).toEqual(untouched);
  });

  it("leaves what the lake keeps about a document to the lake", () => {
    const patch = { set: { _rev: "mine", _createdAt: "then", _type: system._type, title: "x" } };
    expect(applyPatch(system, patch)).toEqual({ ...system, title: "x" });
  });

  it.each([
    { name: "a path that cannot be parsed", patch: { set: { "a[": 1 } } },
    { name: "counting what is missing", patch: { inc: { missing: 1 } } },
    { name: "counting what is no number", patch: { dec: { _id: 1 } } },
    { name: "a bare name that begins with a digit", patch: { set: { "a.7b": 1 } } },
    { name: "another type", patch: { set: { _type: "page" } } },
    { name: "another id", patch: { unset: ["_id"] } },
    { name: "an insert that names no place", patch: { insert: { after: "list", items: [] } } },
    {
      name: "text merging into a number",
      patch: { diffMatchPatch: { n: "@@ -0,0 +1,1 @@\n+a\n" } },
    },
  ])("refuses $name", ({ patch }) => {
    expect(() => applyPatch({ ...system, n: 1 }, patch)).toThrow(/./);
  });
});
