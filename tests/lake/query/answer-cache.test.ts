import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Lake } from "../../../lib/lake/lake.ts";
import { type AnswerCache, createAnswerCache } from "../../../lib/lake/query/answer-cache.ts";
import type { QueryRequest } from "../../../lib/lake/query/engine.ts";
import { fill, openMemoryLake } from "./lake-with-documents.ts";

let lake: Lake;
let cache: AnswerCache;
beforeAll(async () => {
  lake = await openMemoryLake();
});
beforeEach(() => {
  cache = createAnswerCache(lake.store.db);
});
afterAll(() => lake.store.close());

const question: QueryRequest = {
  dataset: "production",
  query: "*[slug.current == $slug]",
  params: { slug: "a" },
  perspective: "published",
  isAnonymous: false,
  identity: "editor",
  now: 0,
};
const json = (text: string) => new TextEncoder().encode(text);
const keep = (request: QueryRequest, text = '"answer"') =>
  cache.answer(request, async () => json(text));
/** What is kept for a question; null when it has to be answered anew. Asking leaves nothing behind. */
async function find(request: QueryRequest): Promise<Uint8Array | null> {
  const isNotKept = new Error("The answer is not kept");
  try {
    return await cache.answer(request, () => Promise.reject(isNotKept));
  } catch (error) {
    if (error === isNotKept) return null;
    throw error;
  }
}
const write = () => fill(lake, [{ _id: "a", _type: "article" }]);

describe("an answer that was kept", () => {
  it("serves everybody who asks the same and may see the same", async () => {
    await keep(question);
    expect(await find({ ...question, identity: "somebody else", now: 7 })).toEqual(
      json('"answer"'),
    );
  });

  it.each<[string, Partial<QueryRequest>]>([
    ["a stranger", { isAnonymous: true }],
    ["another perspective", { perspective: "raw" }],
    ["a list of layers", { perspective: ["published"] }],
    ["another dataset", { dataset: "test" }],
    ["another parameter", { params: { slug: "b" } }],
    ["a parameter more", { params: { slug: "a", extra: 1 } }],
    ["another query", { query: "*[slug.current == $slug] " }],
  ])("is not for %s", async (_name, change) => {
    await keep(question);
    expect(await find({ ...question, ...change })).toBeNull();
  });

  it("is forgotten when any document changes, in whatever dataset", async () => {
    await keep(question);
    await write();
    expect(await find(question)).toBeNull();
  });
});

describe("an answer that is not kept", () => {
  it("was made while a document changed", async () => {
    await cache.answer(question, async () => {
      await write();
      return json('"old"');
    });
    expect(await find(question)).toBeNull();
  });

  it.each<[string, Partial<QueryRequest>]>([
    ["the time", { query: "*[publishedAt < now()]" }],
    ["who asks", { query: "*[author == identity()]" }],
    ["a parameter that JSON cannot tell from null", { params: { slug: Infinity } }],
  ])("depends on %s", async (_name, change) => {
    const request = { ...question, ...change };
    expect(await keep(request)).toEqual(json('"answer"'));
    expect(await find(request)).toBeNull();
  });

  it("is larger than its share", async () => {
    await keep(question, JSON.stringify("x".repeat(600_000)));
    expect(await find(question)).toBeNull();
  });
});

describe("a full cache", () => {
  it("lets go of what nobody has asked for longest", async () => {
    const nth = (n: number): QueryRequest => ({ ...question, params: { slug: String(n) } });
    const large = JSON.stringify("x".repeat(400_000));
    for (let n = 0; n < 40; n += 1) {
      // Whoever asks for the first one all the while keeps it.
      await find(nth(0));
      await keep(nth(n), large);
    }
    expect(await find(nth(0))).not.toBeNull();
    expect(await find(nth(1))).toBeNull();
    expect(await find(nth(39))).not.toBeNull();
  });
});
