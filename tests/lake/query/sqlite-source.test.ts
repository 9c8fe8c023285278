import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Lake } from "../../../lib/lake/lake.ts";
import { editor, fill, openMemoryLake } from "./lake-with-documents.ts";

let lake: Lake;
beforeAll(async () => {
  lake = await openMemoryLake();
});
afterAll(() => lake.store.close());

describe("a list of types", () => {
  const names = ["a", "b", "c", "d"];
  const answerOf = async (text: string) => {
    const dataset = await fill(
      lake,
      names.map((_id, index) => ({ _id, _type: index % 2 === 0 ? "article" : "page" })),
    );
    const question = { dataset, params: {}, perspective: "raw", identity: editor };
    return lake.queries.run({ ...question, query: text });
  };

  it.each([
    ["in the order of ids", '*[_type in ["article", "page"]] | order(_id)', names],
    ["in the other order", '*[_type in ["article", "page"]] | order(_id desc)', names.toReversed()],
    [
      "a page at a time",
      '*[_type in ["page", "article"] && _id > "a"] | order(_id)[0...2]',
      ["b", "c"],
    ],
  ])("comes %s", async (_name, text, expected) => {
    expect(await answerOf(`${text}{_id}._id`)).toEqual(expected);
  });
});

describe("references()", () => {
  it("finds a reference into another dataset, which no list of references holds", async () => {
    const dataset = await fill(lake, [
      {
        _id: "a",
        _type: "article",
        category: { _type: "reference", _ref: "c", _dataset: "other" },
      },
      { _id: "b", _type: "article" },
    ]);
    const question = { dataset, params: {}, perspective: "raw", identity: editor };
    const text = '*[references("c")]._id';
    expect(await lake.queries.run({ ...question, query: text })).toEqual(["a"]);
  });
});
