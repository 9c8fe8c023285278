import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it, onTestFinished, vi } from "vitest";

import type { Answer, Question } from "../../lib/server/exchange.ts";
import { createPageCache } from "../../lib/server/page-cache.ts";
import { createRevalidation } from "../../lib/server/revalidation.ts";
import { storedPage } from "../../lib/server/stored-page.ts";

const page = await storedPage({
  status: 200,
  headers: { "content-type": "text/html" },
  body: Buffer.from("<p>旧</p>"),
});

function json(value: unknown, status = 200): Answer {
  return {
    status,
    headers: { "content-type": "application/json" },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** A front door's memory holding three pages, before a site that answers every sync with `answer`. */
function memory(
  answer: (question: Question) => Answer,
  { dataDir = folder(), build = "b1", rehearses = true } = {},
) {
  const cache = createPageCache({ capacity: 1e6, grace: 0 });
  for (const path of ["/zh-Hans", "/zh-Hans/news/a", "/zh-Hans/news/b"]) cache.put(path, page, 0);
  const warmed: string[] = [];
  const asked: Question[] = [];
  const revalidation = createRevalidation({
    ask: async (question) => {
      asked.push(question);
      return answer(question);
    },
    cache,
    pages: { warm: async (path) => void warmed.push(path) },
    internalSecret: "secret",
    dataDir,
    build,
    rehearses,
  });
  onTestFinished(() => revalidation.stop());
  const kept = () =>
    ["/zh-Hans", "/zh-Hans/news/a", "/zh-Hans/news/b"].filter((path) => cache.get(path));
  return { revalidation, cache, warmed, asked, kept, dataDir };
}

function folder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "revalidation-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  return dataDir;
}

const nothing = json({ revalidated: false, tags: [], paths: [], all: false, cursor: "c1" });

describe("an answer of /api/revalidate", () => {
  it("drops the pages it names at once, and has each made anew", async () => {
    const { revalidation, kept, warmed } = memory(() => nothing);
    await revalidation.pass(async () =>
      json({ revalidated: true, tags: [], paths: ["/zh-Hans", "/zh-Hans/news/a"], all: false }),
    );
    expect(kept()).toEqual(["/zh-Hans/news/b"]);
    await vi.waitFor(() => expect(warmed).toEqual(["/zh-Hans", "/zh-Hans/news/a"]));
  });

  it("drops what begins like a prefix it names", async () => {
    const { revalidation, kept } = memory(() => nothing);
    await revalidation.pass(async () => json({ revalidated: true, prefixes: ["/zh-Hans/news/"] }));
    expect(kept()).toEqual(["/zh-Hans"]);
  });

  it("is followed by word to the site, once the pages stand, that its receipt is complete", async () => {
    const { revalidation, warmed, asked } = memory(() => json({ ok: true }));
    const receipt = "publishEvent.0";
    await revalidation.pass(async () =>
      json({ revalidated: true, paths: ["/zh-Hans/news/a"], receipt }),
    );
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(warmed).toEqual(["/zh-Hans/news/a"]);
    expect(asked[0]).toMatchObject({
      url: "/api/revalidate/receipt",
      headers: { authorization: "Bearer secret" },
    });
    expect(JSON.parse(asked[0]?.body?.toString() ?? "")).toEqual({ receipt });
  });

  it("drops every page when it says all", async () => {
    const { revalidation, kept } = memory(() => nothing);
    await revalidation.pass(async () =>
      json({ revalidated: true, tags: [], paths: [], all: true }),
    );
    expect(kept()).toEqual([]);
  });

  it("leaves alone what is being made when it found nothing", async () => {
    const { revalidation, cache } = memory(() => nothing);
    const before = cache.generation();
    await revalidation.pass(async () => json({ revalidated: true, paths: [], prefixes: [] }));
    expect(cache.generation()).toBe(before);
  });

  it.each([
    { name: "a refused signature", answer: json({ revalidated: true, paths: ["/zh-Hans"] }, 401) },
    { name: "a change of nothing", answer: nothing },
  ])("leaves memory alone after $name", async ({ answer }) => {
    const { revalidation, kept } = memory(() => nothing);
    await revalidation.pass(async () => answer);
    expect(kept()).toHaveLength(3);
  });
});

describe("looking for missed changes", () => {
  it("asks from the beginning first, rehearsing a publish, then from where it was", async () => {
    const { revalidation, asked } = memory(() =>
      json({ revalidated: true, paths: [], all: true, cursor: "c1" }),
    );
    revalidation.start(10);
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(1));
    expect(asked.slice(0, 2).map(({ body }) => body?.toString())).toEqual([
      `{"cursor":null,"isRehearsal":true}`,
      `{"cursor":"c1","isRehearsal":false}`,
    ]);
    expect(asked[0]).toMatchObject({
      method: "POST",
      url: "/api/revalidate/sync",
      headers: { authorization: "Bearer secret" },
    });
  });

  it("rehearses nothing where an operator does not want it", async () => {
    const { revalidation, asked } = memory(() => nothing, { rehearses: false });
    revalidation.start(1e6);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.body?.toString()).toBe(`{"cursor":null,"isRehearsal":false}`);
  });

  it("goes on after a restart from where it was, unless the site was built anew", async () => {
    const first = memory(() => nothing);
    first.revalidation.start(1e6);
    await vi.waitFor(() =>
      expect(readFileSync(join(first.dataDir, "revalidation.json"), "utf8")).toContain("c1"),
    );
    const restarted = memory(() => nothing, { dataDir: first.dataDir });
    restarted.revalidation.start(1e6);
    const rebuilt = memory(() => nothing, { dataDir: first.dataDir, build: "b2" });
    rebuilt.revalidation.start(1e6);
    expect([restarted, rebuilt].map(({ asked }) => asked[0]?.body?.toString())).toEqual([
      `{"cursor":"c1","isRehearsal":true}`,
      `{"cursor":null,"isRehearsal":true}`,
    ]);
  });

  it("asks again from the same place after the site could not answer", async () => {
    const complaints = vi.spyOn(console, "error").mockReturnValue();
    onTestFinished(() => complaints.mockRestore());
    const complaint = "The CMS could not be asked: connect ECONNREFUSED";
    const { revalidation, asked } = memory(() => json({ message: complaint }, 503));
    revalidation.start(5, 5);
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(2));
    expect(new Set(asked.map(({ body }) => body?.toString()))).toEqual(
      new Set([`{"cursor":null,"isRehearsal":true}`]),
    );
    expect(complaints.mock.calls).toEqual([
      [`Looking for missed changes failed, trying on: ${complaint}`],
    ]);
  });
});
