import { describe, expect, it } from "vitest";

import { evaluate } from "../../../lib/lake/query/compile.ts";
import { createParser } from "../../../lib/lake/query/parse.ts";
import { createMemorySource } from "../../../lib/lake/query/source.ts";

const documents = [
  { _id: "a", _type: "note", title: "一家公司", tags: ["x", null, "x", null] },
  { _id: "a.b", _type: "note", title: "新闻：工厂智能制造升级" },
  { _id: "a.b.c", _type: "note", title: "hello WORLD", links: [{ _ref: "a" }] },
  {
    _id: "axb",
    _type: "note",
    title: "plain",
    body: [
      {
        _type: "block",
        children: [
          { _type: "span", text: "智能制" },
          { _type: "span", text: "造车间" },
        ],
      },
    ],
  },
];

const parse = createParser();

function ask(query: string, params: Record<string, unknown> = {}): unknown {
  const runtime = {
    source: createMemorySource(documents),
    params,
    now: new Date("2026-01-02T03:04:05Z"),
    identity: "tester",
  };
  return JSON.parse(JSON.stringify(evaluate(parse(query, params), runtime)));
}

describe("a query that is asked again", () => {
  const query = `*[_type == $type]{_id, "all": count(*[_type == $type]), "first": *[_type == $type] | order(_id asc)[0]._id}`;
  const lists: [string, { _id: string; _type: string }[]][] = [
    ["note", documents],
    ["note", documents.slice(0, 2)],
    ["memo", [{ _id: "m", _type: "memo" }]],
    ["note", documents],
  ];

  it("knows nothing of what it was asked before, though it is compiled once", () => {
    const answers = lists.map(([type, all]) => {
      const params = { type };
      const runtime = { source: createMemorySource(all), params, now: new Date(0), identity: "" };
      return evaluate(parse(query, params), runtime);
    });
    expect(answers).toEqual(
      lists.map(([, all]) => all.map(({ _id }) => ({ _id, all: all.length, first: all[0]?._id }))),
    );
  });
});

describe("where groq-js strays from GROQ", () => {
  it.each([
    ["one segment for *", '*[_id in path("a.*")]._id', ["a.b"]],
    ["any depth for **", '*[_id in path("a.**")]._id', ["a.b", "a.b.c"]],
    ["a dot only for a dot", '*[_id in path("a.b")]._id', ["a.b"]],
    ["a path on the left of in", 'path("a.b") in path("a.*")', true],
    ["a path on the left that is deeper", 'path("a.b.c") in path("a.*")', false],
    ["paths read from documents", '*[path(_id) in path("**")]._id', ["a", "a.b", "a.b.c", "axb"]],
    ["the negation of a path", '*[!(_id in path("a.**"))]._id', ["a", "axb"]],
    ["null once in array::unique", 'array::unique(*[_id == "a"][0].tags)', ["x", null]],
    ["missing values once in array::unique", "array::unique(*[].missing)", [null]],
  ])("reads %s", (_name, query, expected) => {
    expect(ask(query)).toEqual(expected);
  });

  it.each(["$p", "$p == null", "*[title == $p]", "{'a': $p}"])(
    "refuses the undefined parameter in %s",
    (query) => {
      expect(() => ask(query)).toThrow("param $p referenced, but not provided");
    },
  );

  it.each(["*{title} | score(title match 'a')", "*[0] | score(title match 'a')"])(
    "refuses the misused %s",
    (query) => {
      expect(() => ask(query)).toThrow("score() must be applied to documents");
    },
  );

  it.each([
    ["a.b.c", "a.**", true],
    ["a", "a.**", false],
    ["a.", "a.**", true],
    ["a.", "a.*", false],
    ["a.b.c", "a.*", false],
    ["a.b.c", "*.*.c", true],
    ["a.b.c.d", "a.**.d", true],
    ["a.d", "a.**.d", false],
    ["a.b.c.d", "**.c.**", true],
    ["a.bc", "a.b*", false],
    ["", "**", true],
    ["a.".repeat(60), `${"**.".repeat(30)}z`, false],
  ])("says at once whether %s is in path(%s)", (id, pattern, expected) => {
    expect(ask("$id in path($pattern)", { id, pattern })).toBe(expected);
  });

  it("goes through a list once, however deep the loop stands that compares with it", () => {
    const numbers = "[1, 2, 3, 4, 5, 6, 7, 8]";
    const nested = Array.from({ length: 14 }).reduce<string>(
      (inner) => `${numbers}[@ in ${inner}]`,
      numbers,
    );
    expect(ask(nested)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("evaluates nested subqueries once instead of once for every document", () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ _id: `n${index}`, _type: "n" }));
    const nested = '*[_id in *[_id in *[_id in *[_id in *[_type == "n"]._id]._id]._id]._id]._id';
    const runtime = { source: createMemorySource(many), params: {}, now: new Date(), identity: "" };
    expect(evaluate(parse(nested, {}), runtime)).toHaveLength(200);
  });
});

describe("match", () => {
  it.each([
    ["a word in the middle of a sentence", '*[title match "智能"]._id', ["a.b"]],
    ["the same with a wildcard", '*[title match "制造*"]._id', ["a.b"]],
    ["every word asked for", '*[title match ["工厂", "升级"]]._id', ["a.b"]],
    ["a word across a change of style", '*[pt::text(body) match "制造"]._id', ["axb"]],
    ["nothing that is not there", '*[title match "造智"]._id', []],
    ["whole words of other scripts", '*[title match "worl"]._id', []],
    ["words of other scripts in any case", '*[title match "world"]._id', ["a.b.c"]],
  ])("finds %s", (_name, query, expected) => {
    expect(ask(query)).toEqual(expected);
  });

  it.each([
    ["制造", ["a.b", "axb"]],
    ["工厂 升级", ["a.b"]],
    ['"智能制造"', ["a.b", "axb"]],
    ["制造 -工厂", ["axb"]],
    ["HELLO wor*", ["a.b.c"]],
    ["wor", []],
    ["", ["a", "a.b", "a.b.c", "axb"]],
  ])("finds text::query(%s)", (words, expected) => {
    expect(ask("*[@ match text::query($words)]._id", { words })).toEqual(expected);
  });
});

describe("a query's context", () => {
  it("answers now(), identity() and parameters, each time anew", () => {
    expect(ask("[now(), identity(), $n, *[0..$n]._id]", { n: 0 })).toEqual([
      "2026-01-02T03:04:05.000Z",
      "tester",
      0,
      ["a"],
    ]);
    expect(ask("[now(), identity(), $n, *[0..$n]._id]", { n: 1 })).toEqual([
      "2026-01-02T03:04:05.000Z",
      "tester",
      1,
      ["a", "a.b"],
    ]);
  });

  it("reads a[$n] as element or filter, as the parameter has it", () => {
    expect(ask("[7, 8][$n]", { n: 1 })).toBe(8);
    expect(ask("[7, 8][$n]", { n: true })).toEqual([7, 8]);
  });

  it.each([
    "geo::distance(a, b)",
    "text::semanticSimilarity('a')",
    "documents::get('a')",
    "user::attributes()",
    "text::query('a')",
  ])("names what it does not support: %s", (call) => {
    expect(() => ask(`*[0]{"x": ${call}}`)).toThrow(call.replace(/\(.*/, "()"));
  });

  it("says where a query cannot be read", () => {
    expect(() => ask("*[_type == ")).toThrow(
      expect.objectContaining({ type: "queryParseError", start: 10, end: 11 }),
    );
  });
});
