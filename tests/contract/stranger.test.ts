import type { SanityClient } from "@sanity/client";
import { sample } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { strangersQueries } from "./groq-generator.ts";
import { type LakeProcess, siteToken, startLakeProcess } from "./lake-process.ts";

type Document = { _id: string; _type: string } & Record<string, unknown>;

/** Nothing that a stranger is ever answered may hold this. */
const secret = "SECRET";
const privateIds = [
  "drafts.article-1",
  "drafts.article-9",
  "versions.spring.article-2",
  "inquiry.lin",
  "_.releases.spring",
];

const weak = (id: string) => ({ _type: "reference", _ref: id, _weak: true });
const open: Document[] = [
  { _id: "author-1", _type: "author", name: "陈", hidden: weak("inquiry.lin") },
  ...["article-1", "article-2", "article-3"].map((id, index) => ({
    _id: id,
    _type: "article",
    title: `开幕 ${index}`,
    slug: { current: id },
    views: index,
    publishedAt: `2026-0${index + 1}-01T00:00:00Z`,
    author: { _type: "reference", _ref: "author-1" },
    hidden: weak(index === 0 ? "inquiry.lin" : "drafts.article-1"),
    related: [
      { ...weak("inquiry.lin"), _key: "a" },
      { ...weak("article-2"), _key: "b" },
    ],
  })),
];
const hidden: Document[] = [
  {
    _id: "drafts.article-1",
    _type: "article",
    title: `${secret} draft`,
    views: 100,
    author: weak("author-1"),
  },
  { _id: "drafts.article-9", _type: "article", title: `${secret} never published`, views: 100 },
  { _id: "versions.spring.article-2", _type: "article", title: `${secret} version`, views: 100 },
  {
    _id: "inquiry.lin",
    _type: "inquiry",
    phone: `${secret} +86 592 555 0100`,
    hidden: weak("article-1"),
  },
  {
    _id: "_.releases.spring",
    _type: "system.release",
    name: "spring",
    state: "active",
    metadata: { title: secret },
  },
];

let full: LakeProcess;
let bare: LakeProcess;
beforeAll(async () => {
  // A deadline that passed in one of them and not in the other would be a difference.
  const patient = { LAKE_QUERY_TIMEOUT_MS: "20000" };
  [full, bare] = await Promise.all([startLakeProcess(patient), startLakeProcess(patient)]);
  await fill(full.client(), [...open.slice(0, 2), ...hidden, ...open.slice(2)]);
  await fill(bare.client(), open);
});
afterAll(() => Promise.all([full.remove(), bare.remove()]));

/** The same transaction id, and so the same revisions, in both lakes. */
async function fill(client: SanityClient, documents: readonly Document[]): Promise<void> {
  const transaction = client.transaction().transactionId("first");
  for (const document of documents)
    transaction.create({ ...document, _createdAt: "2026-01-01T00:00:00Z" });
  await transaction.commit();
}

async function ask(
  lake: LakeProcess,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; text: string }> {
  const response = await fetch(lake.url + path, init);
  const text = await response.text();
  return {
    status: response.status,
    text: text.replaceAll(/"_updatedAt":"[^"]*"/g, "").replaceAll(/"ms":\d+/g, ""),
  };
}

function post(body: unknown): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

/** Follow an endless answer; tells what was heard so far. */
async function follow(path: string): Promise<() => string> {
  const { body } = await fetch(full.url + path);
  const decoder = new TextDecoder();
  let text = "";
  void (async () => {
    for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true });
  })().catch(() => undefined);
  await expect.poll(() => text, { timeout: 10_000 }).not.toBe("");
  return () => text;
}

function expectNothingPrivate(text: string): void {
  expect(text).not.toContain(secret);
  // With a space, so that no random id says it.
  expect(text).not.toContain("592 555");
}

describe("a stranger", () => {
  it("gets from 1,000 queries what he would get if there were nothing private", async () => {
    const queries = sample(strangersQueries(), { numRuns: 1000, seed: 20_261_123 });
    const different: unknown[] = [];
    let answered = 0;
    const work = queries.values();
    const askOne = async () => {
      for (const { query, perspective, version } of work) {
        const parameters = new URLSearchParams({ query, ...(perspective ? { perspective } : {}) });
        const path = `/${version}/data/query/production?${parameters}`;
        // An editor has just been answered the same: none of it may be what the stranger gets.
        await ask(full, path, { headers: { authorization: `Bearer ${siteToken}` } });
        const [left, right] = await Promise.all([ask(full, path), ask(bare, path)]);
        if (left.status === 200) answered += 1;
        if (left.status !== right.status || left.text !== right.text)
          different.push({ query, perspective, left, right });
        expectNothingPrivate(left.text.replace(JSON.stringify(query), ""));
      }
    };
    await Promise.all(Array.from({ length: 6 }, askOne));
    expect(different).toEqual([]);
    expect(answered).toBeGreaterThan(700);
  }, 240_000);

  it.each([
    ...privateIds.flatMap((id) => [
      `/v2025-02-19/data/doc/production/${id}`,
      `/v2025-02-19/data/doc/production/article-1,${id}?excludeContent=true`,
      `/v2025-02-19/data/history/production/documents/${id}?revision=first`,
      `/v2025-02-19/data/history/production/documents/${id}?lastRevision=true`,
      `/v2025-02-19/data/history/production/transactions/${id}?effectFormat=mendoza`,
      `/v2025-02-19/data/history/production/events/documents/${id}`,
      `/v2025-02-19/data/references/production/documents/${id}/to`,
      `/vX/data/history/production/events/releases/${id}`,
    ]),
    "/v2025-02-19/data/export/production",
    "/v2025-02-19/data/export/production?nextCursor=",
    "/v2025-02-19/data/references/production/documents/article-1/to",
    "/v2025-02-19/data/history/production/transactions/article-1,drafts.article-1?effectFormat=mendoza",
    "/v2025-02-19/data/history/production/events/documents/article-1",
    "/v2025-02-19/data/history/production/events/documents/article-2",
    "/v2025-02-19/data/query/production?query=*&perspective=drafts",
    "/vX/hooks/projects/yiwen",
    "/vX/projects/yiwen",
    "/vX/projects/yiwen/datasets/production/acl",
    "/vX/users/site",
    "/vX/users/me/keyvalue/a",
    "/images/yiwen/production/inquiry.lin",
    "/files/yiwen/production/drafts.article-1",
    "/status",
  ])("learns nothing private at %s", async (path) => {
    const { text } = await ask(full, path);
    expectNothingPrivate(text);
    expect(text).not.toContain("never published");
  });

  it("cannot tell a private document from one that does not exist", async () => {
    for (const id of privateIds) {
      const [there, missing] = await Promise.all([
        ask(full, `/v2025-02-19/data/doc/production/${id}`),
        ask(bare, `/v2025-02-19/data/doc/production/${id}`),
      ]);
      expect(there).toEqual(missing);
    }
  });

  it.each([
    {
      path: "/v2025-02-19/data/mutate/production",
      body: { mutations: [{ patch: { id: "drafts.article-1", set: { a: 1 } } }] },
    },
    {
      path: "/v2025-02-19/data/mutate/production?dryRun=true&returnDocuments=true",
      body: { mutations: [{ patch: { id: "inquiry.lin", set: { a: 1 } } }] },
    },
    {
      path: "/v2025-02-19/data/mutate/production?dryRun=true",
      body: { mutations: [{ delete: { query: "*[_id in path('inquiry.**')]" } }] },
    },
    {
      path: "/v2025-02-19/data/actions/production",
      body: {
        actions: [
          {
            actionType: "sanity.action.document.publish",
            draftId: "drafts.article-1",
            publishedId: "article-1",
          },
        ],
      },
    },
    { path: "/v2025-02-19/assets/files/production", body: {} },
  ])("writes nothing and sees nothing by writing at $path", async ({ path, body }) => {
    const { status, text } = await ask(full, path, post(body));
    expect(status).toBe(401);
    expectNothingPrivate(text);
  });

  it("hears nothing of private writes, on any line", async () => {
    const query = encodeURIComponent("*");
    const lines = await Promise.all([
      follow(
        `/v2025-02-19/data/listen/production?query=${query}&includeResult=true&includePreviousRevision=true&effectFormat=mendoza`,
      ),
      follow(
        `/v2025-02-19/data/listen/production?query=${encodeURIComponent('*[_type == "inquiry"]')}`,
      ),
      follow("/v2025-02-19/data/live/events/production"),
      follow("/vX/lake/multiplex"),
    ]);
    const client = full.client();
    await client.createOrReplace({
      _id: "inquiry.new",
      _type: "inquiry",
      phone: `${secret} +86 592 555 0101`,
    });
    await client.createOrReplace({
      _id: "drafts.article-1",
      _type: "article",
      title: `${secret} again`,
    });
    await client
      .transaction()
      .patch("article-3", { set: { title: "人人可见" } })
      .patch("inquiry.lin", { set: { note: `${secret} beside a public change` } })
      .commit();
    await client.patch("article-3", { set: { title: "最后" } }).commit();
    await expect.poll(lines[0], { timeout: 10_000 }).toContain("最后");
    const heard = lines.map((line) => line());
    for (const text of heard) {
      expectNothingPrivate(text);
      expect(text).not.toContain("inquiry.new");
      expect(text).not.toContain('Id":"drafts.');
    }
    expect(heard[0]).toContain("人人可见");
  });
});
