import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { processorMs } from "../../scripts/bench/lake/process-figures.ts";
import { type LakeProcess, siteToken, startLakeProcess } from "./lake-process.ts";

let lake: LakeProcess;
const patient = { timeout: 10_000 };
const deadlineMs = 1200;

const documents: { _id: string; _type: string; [name: string]: unknown }[] = [
  {
    _id: "article-1",
    _type: "article",
    title: "工厂智能制造升级",
    slug: { current: "one" },
    publishedAt: "2025-01-01T00:00:00Z",
    author: { _ref: "author-1" },
  },
  {
    _id: "article-2",
    _type: "article",
    title: "旧闻",
    slug: { current: "two" },
    publishedAt: "2024-01-01T00:00:00Z",
  },
  {
    _id: "drafts.article-2",
    _type: "article",
    title: "旧闻改",
    slug: { current: "two" },
    publishedAt: "2026-01-01T00:00:00Z",
  },
  {
    _id: "drafts.article-3",
    _type: "article",
    title: "未发表的制造计划",
    slug: { current: "three" },
    publishedAt: "2025-06-01T00:00:00Z",
  },
  {
    _id: "versions.spring.article-1",
    _type: "article",
    title: "春季版",
    slug: { current: "one" },
    publishedAt: "2025-02-01T00:00:00Z",
  },
  {
    _id: "inquiry.7",
    _type: "inquiry",
    name: "林测试",
    about: { _type: "reference", _ref: "article-1" },
  },
  {
    _id: "author-1",
    _type: "author",
    name: "陈编辑",
    secret: { _type: "reference", _ref: "inquiry.7", _weak: true },
  },
];

beforeAll(async () => {
  lake = await startLakeProcess({ LAKE_QUERY_TIMEOUT_MS: String(deadlineMs) });
  await lake
    .client({ token: siteToken })
    .mutate(documents.map((createOrReplace) => ({ createOrReplace })));
});
afterAll(() => lake.remove());

type Answer = { status: number; body: Record<string, unknown> };

async function get(
  search: Record<string, string>,
  { version = "v2025-02-19", token = "" } = {},
): Promise<Answer> {
  const url = new URL(`${lake.url}/${version}/data/query/production`);
  for (const [name, value] of Object.entries(search)) url.searchParams.set(name, value);
  const response = await fetch(url, { headers: token ? { authorization: `Bearer ${token}` } : {} });
  return { status: response.status, body: await response.json() };
}

const titles = '*[_type == "article"] | order(publishedAt desc){_id, _originalId, title}';

const shown = async (
  search: Record<string, string>,
  options: { version?: string; token?: string } = { token: siteToken },
) => (await get({ query: titles, ...search }, options)).body["result"];

const found = async () =>
  (await get({ query: "*[title match '制造*']._id", perspective: "raw" }, { token: siteToken }))
    .body["result"];

describe("GET and POST /data/query", () => {
  it("answers with result, query, sync tags and time", async () => {
    const { status, body } = await get({
      query: "*[slug.current == $slug][0].title",
      $slug: '"one"',
      tag: "a.b",
      resultSourceMap: "true",
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      result: "工厂智能制造升级",
      query: "*[slug.current == $slug][0].title",
      syncTags: [expect.stringMatching(/^s1:/)],
      ms: expect.any(Number),
    });
  });

  it("leaves the query out when asked to", async () => {
    const { body } = await get({ query: "1", returnQuery: "false" });
    expect(body).not.toHaveProperty("query");
  });

  it("takes a long query with its parameters as a body", async () => {
    const query = `*[_id in [${Array.from({ length: 4000 }, (_, index) => `"x${index}"`).join(", ")}, $id]]._id`;
    expect(await lake.client({ useCdn: false }).fetch(query, { id: "article-2" })).toEqual([
      "article-2",
    ]);
  });

  it.each([
    ["a query that cannot be read", { query: "*[" }, "queryParseError"],
    ["an empty query", {}, "queryParseError"],
    ["a parameter that was not given", { query: "$missing" }, "queryParseError"],
    ["a parameter that is not JSON", { query: "$p", $p: "{" }, "badRequestError"],
    ["what it does not support, by name", { query: "geo::latLng(1, 2)" }, "queryParseError"],
    ["a perspective that is none", { query: "1", perspective: "raw,drafts" }, "queryError"],
  ])("refuses %s with 400", async (_name, search, type) => {
    const { status, body } = await get(search);
    expect({ status, error: body["error"] }).toEqual({
      status: 400,
      error: expect.objectContaining({ type, description: expect.any(String) }),
    });
  });

  it("says where a query breaks", async () => {
    const { body } = await get({ query: "*[_type == ]" });
    expect(body["error"]).toMatchObject({
      query: "*[_type == ]",
      start: expect.any(Number),
      end: 12,
    });
  });
});

describe("perspectives", () => {
  it("shows everything as it is stored before 2025-02-19, and what is published after", async () => {
    const ids = { query: "*[_type == 'article']._id" };
    const all = await get(ids, { version: "v2021-03-25", token: siteToken });
    expect(all.body["result"]).toEqual([
      "article-1",
      "article-2",
      "drafts.article-2",
      "drafts.article-3",
      "versions.spring.article-1",
    ]);
    expect((await get(ids, { token: siteToken })).body["result"]).toEqual([
      "article-1",
      "article-2",
    ]);
    expect((await get(ids, { version: "vX", token: siteToken })).body["result"]).toEqual([
      "article-1",
      "article-2",
    ]);
  });

  it.each(["drafts", "previewDrafts"])(
    "lays drafts over what is published: %s",
    async (perspective) => {
      expect(await shown({ perspective })).toEqual([
        { _id: "article-2", _originalId: "drafts.article-2", title: "旧闻改" },
        { _id: "article-3", _originalId: "drafts.article-3", title: "未发表的制造计划" },
        { _id: "article-1", _originalId: "article-1", title: "工厂智能制造升级" },
      ]);
    },
  );

  it("lays a release over what is published", async () => {
    expect(await shown({ perspective: "spring" })).toEqual([
      { _id: "article-1", _originalId: "versions.spring.article-1", title: "春季版" },
      { _id: "article-2", _originalId: "article-2", title: "旧闻" },
    ]);
  });

  it("takes several layers from the real client", async () => {
    const client = lake.client({
      token: siteToken,
      perspective: ["spring", "drafts"],
      useCdn: false,
    });
    expect(await client.fetch('*[_type == "article"] | order(_id)._originalId')).toEqual([
      "versions.spring.article-1",
      "drafts.article-2",
      "drafts.article-3",
    ]);
  });
});

describe("a stranger", () => {
  it.each([
    ["the documents", "*[_type in ['inquiry', 'article']]._id", ["article-1", "article-2"]],
    ["the count of documents", "count(*[_type == 'inquiry'])", 0],
    ["what refers to a document", "*[references('article-1')]._id", []],
    [
      "the count of what refers to it",
      "*[_id == 'article-1']{'n': count(*[references(^._id)])}",
      [{ n: 0 }],
    ],
    ["what a reference points at", "*[_id == 'author-1'][0].secret->name", null],
    ["an id asked for", "*[_id == 'inquiry.7']", []],
    ["words it holds", "*[@ match text::query('林测试')]._id", []],
    ["words of a draft", "*[title match '计划']._id", []],
  ])("sees nothing private in %s, whatever the perspective", async (_name, query, expected) => {
    for (const perspective of ["raw", "published", "drafts", "spring,drafts"]) {
      const { body } = await get({ query, perspective });
      expect({ perspective, result: body["result"] }).toEqual({ perspective, result: expected });
    }
  });
});

describe("the text index", () => {
  it("finds a word inside a sentence before and after it was indexed, and after a restart", async () => {
    const expected = ["article-1", "drafts.article-3"];
    expect(await found()).toEqual(expected);
    await pause(1500);
    expect(await found()).toEqual(expected);
    await lake.stop();
    await lake.restart();
    expect(await found()).toEqual(expected);
  });

  it("forgets words that were written over", async () => {
    const client = lake.client({ token: siteToken });
    await client.patch("article-1").set({ title: "全新标题" }).commit();
    expect(await found()).toEqual(["drafts.article-3"]);
    await client.patch("article-1").set({ title: "工厂智能制造升级" }).commit();
    expect(await found()).toEqual(["article-1", "drafts.article-3"]);
  });
});

describe("a hostile query", () => {
  // A pattern that backtracks without end over a text of the same letter.
  const endless = (last: string) => `"${"a".repeat(300)}" match "${"*a".repeat(12)}*${last}"`;

  it("ends in a 400 that says why, at once when it is repeated, and others are answered meanwhile", async () => {
    const hostile = get({ query: endless("b") });
    const others = await Promise.all(
      Array.from({ length: 20 }, () => get({ query: "*[slug.current == 'one'][0]._id" })),
    );
    expect(new Set(others.map(({ body }) => body["result"]))).toEqual(new Set(["article-1"]));
    const refused = { status: 400, body: { error: { type: "queryTimeoutError" } } };
    expect(await hostile).toMatchObject(refused);
    const another = get({ query: endless("c") });
    const again = get({ query: endless("b") });
    expect(await Promise.race([again, another])).toBe(await again);
    expect(await again).toMatchObject(refused);
    await another;
  });

  it("keeps no query waiting that is known to be quick, however many come", async () => {
    const known = { query: "*[title match '旧闻']._id" };
    expect((await get(known)).body["result"]).toEqual(["article-2"]);
    const crowd = Array.from({ length: 8 }, (_unused, n) => get({ query: endless(`${n}`) }));
    await pause(300);
    const answer = get({ ...known, tag: "again" });
    expect(await Promise.race([answer, ...crowd])).toBe(await answer);
    expect((await answer).body["result"]).toEqual(["article-2"]);
    const statuses = (await Promise.all(crowd)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 400 && status !== 503)).toEqual([]);
  });

  it("is stopped in a listener too, which is told so, while others hear and are answered", async () => {
    const $a = JSON.stringify(Array.from({ length: 3000 }, () => 1));
    const query = "*[count($a[count($a[count($a[@ != ^ && @ != ^.^]) > 0]) > 0]) > 0]";
    const hostile = await listen({ query, $a });
    const sound = await listen({ query: "*[_id == 'heard']" });
    await lake.client({ token: siteToken }).create({ _id: "heard", _type: "note" });
    await expect.poll(sound, patient).toContain("event: mutation");
    await expect.poll(hostile, patient).toContain("event: channelError");
    expect(hostile()).toContain("queryTimeoutError");
    expect(hostile()).not.toContain("event: mutation");
  });

  it("does not come near by asking for little first", async () => {
    const query = `*[slug.current == $slug][0]${'{"a": @, "b": @}'.repeat(30)}`;
    for (const slug of ["none", "nothing", "no"])
      expect(await get({ query, $slug: JSON.stringify(slug) })).toMatchObject({ status: 200 });
    expect(await get({ query, $slug: '"one"' })).toMatchObject({
      status: 400,
      body: { error: { type: expect.stringMatching(/queryTimeoutError|queryMemoryError/) } },
    });
  });
});

// Elsewhere a query's time is the clock's.
describe.runIf(process.platform === "linux")("a query that works for long", () => {
  const query = "count($a[count($a[@ == ^]) > 500])";

  it("is not blamed for a machine that slept over its deadline", async () => {
    // First what compiles the code, so that the lake is stopped in the question and not before it.
    for (const length of [500, 501, 502, 503, 504]) expect((await ask(length)).status).toBe(200);
    let slept = "too late";
    for (let length = 1000; slept === "too late" && length < 1050; length += 1)
      slept = await sleepDuring(length);
    expect(slept).toBe("asleep");
  });

  const ask = (length: number) => get({ query, $a: JSON.stringify([...Array(length).keys()]) });

  /** Stop the lake while it works on the question, and see it answered all the same; says whether it was in time. */
  async function sleepDuring(length: number): Promise<string> {
    const busyAt = processorMs(lake.pid()) + 30;
    const answer = ask(length);
    while (processorMs(lake.pid()) < busyAt) await pause(1);
    process.kill(lake.pid(), "SIGSTOP");
    const slept = await Promise.race([answer.then(() => "too late"), pause(100, "asleep")]);
    if (slept === "asleep") await pause(deadlineMs);
    process.kill(lake.pid(), "SIGCONT");
    expect(await answer).toMatchObject({ status: 200 });
    return slept;
  }
});

/** Listen as a stranger; answers what was heard so far. */
async function listen(search: Record<string, string>): Promise<() => string> {
  const url = `${lake.url}/v2025-02-19/data/listen/production?${new URLSearchParams(search)}`;
  const { body } = await fetch(url);
  let text = "";
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true });
  })().catch(() => undefined);
  await expect.poll(() => text, patient).toContain("event: welcome");
  return () => text;
}
