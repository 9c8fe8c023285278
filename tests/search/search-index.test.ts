import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { renewIndex, search } from "@/lib/search/search-index.ts";
import { SearchStore, type Searchable, type Texts } from "@/lib/search/store.ts";

type Given = { id: string; hans: Partial<Texts>; hant?: Partial<Texts>; publishedAt?: string };

const empty: Texts = { title: "无题", excerpt: null, names: "", body: "" };

function document({ id, hans, hant, publishedAt = "2026-01-01T00:00:00Z" }: Given): Searchable {
  const texts = { "zh-Hans": { ...empty, ...hans }, "zh-Hant": { ...empty, ...hans, ...hant } };
  return { id, kind: "article", slug: id, publishedAt, texts };
}

let store: SearchStore;

beforeEach(() => {
  store = SearchStore.open(null);
});

afterEach(() => store.close());

async function publish(...documents: Searchable[]): Promise<string[]> {
  const asked: string[] = [];
  await renewIndex(store, {
    catalogue: new Map(documents.map((one) => [one.id, JSON.stringify(one)])),
    read: async (ids) => {
      asked.push(...ids);
      return documents.filter(({ id }) => ids.includes(id));
    },
    unreadable: new Map(),
  });
  return asked;
}

const look = (typed: string, page = 1, script = "zh-Hant") =>
  search(store, { typed, script, page, pageSize: 2 });
const found = (typed: string, page = 1) => look(typed, page)?.hits.map(({ id }) => id);

describe("search", () => {
  it("finds words of two characters in the middle of a sentence, in either script", async () => {
    await publish(
      document({
        id: "a",
        hans: { body: "公司的网络建设已完成" },
        hant: { body: "公司的網絡建設已完成" },
      }),
      document({ id: "b", hans: { body: "网 络 各自分开" } }),
    );
    for (const typed of ["网络", "網絡", "网络建设", "網絡 完成"])
      expect(found(typed)).toEqual(["a"]);
    expect(found("络网")).toEqual([]);
  });

  it("finds a title by its pinyin initials, from any of its characters on", async () => {
    await publish(
      document({
        id: "a",
        hans: { title: "银行采用磁力泵，API 通过" },
        hant: { title: "銀行採用磁力泵，API 通過" },
      }),
      document({ id: "b", hans: { title: "无关", body: "磁力泵在这里只是正文" } }),
    );
    for (const typed of ["clb", "CLB", "yhcy", "yhcyclb", "cycl", "磁力 yhc"])
      expect(found(typed), typed).toEqual(["a"]);
    for (const typed of ["cl", "clbtg", "xyz", "bclb"]) expect(found(typed), typed).toEqual([]);
    expect(found("api")).toEqual(["a"]);
  });

  it("puts a word before initials that are spelt like it", async () => {
    await publish(
      document({
        id: "initials",
        hans: { title: "阿婆印象" },
        publishedAt: "2026-02-01T00:00:00Z",
      }),
      document({ id: "word", hans: { body: "通过 API 认证" } }),
      document({ id: "title", hans: { title: "APY 一览" } }),
    );
    expect(found("apy")).toEqual(["title", "initials"]);
  });

  it("puts a hit in the title before one in the excerpt before one in the body", async () => {
    await publish(
      document({ id: "body", hans: { body: "水泵" }, publishedAt: "2026-03-01T00:00:00Z" }),
      document({ id: "excerpt", hans: { excerpt: "水泵" }, publishedAt: "2026-02-01T00:00:00Z" }),
      document({ id: "title", hans: { title: "水泵" }, publishedAt: "2026-01-01T00:00:00Z" }),
    );
    expect(found("水泵")).toEqual(["title", "excerpt"]);
    expect(found("水泵", 2)).toEqual(["body"]);
    expect(look("水泵")).toMatchObject({ total: 3, page: 1, pages: 2, hasMore: false });
    for (const beyond of [3, 99_999]) {
      expect(found("水泵", beyond)).toEqual(["body"]);
      expect(look("水泵", beyond)).toMatchObject({ page: 2, pages: 2 });
    }
    expect(look("风机", 7)).toMatchObject({ hits: [], total: 0, page: 1, pages: 1 });
  });

  it("finds by the name of a category, tag or author, after a title and before a body", async () => {
    await publish(
      document({
        id: "body",
        hans: { body: "食品卫生" },
        publishedAt: "2026-03-01T00:00:00Z",
      }),
      document({
        id: "named",
        hans: { excerpt: "泵", names: "媒体报道 · 食品卫生" },
        hant: { names: "媒體報道 · 食品衛生" },
        publishedAt: "2026-02-01T00:00:00Z",
      }),
      document({ id: "title", hans: { title: "食品卫生" } }),
    );
    expect(found("食品卫生")).toEqual(["title", "named"]);
    expect(found("媒体报道")).toEqual(["named"]);
    expect(found("报道食品")).toEqual([]);
    expect(look("媒体报道")?.hits[0]?.snippet).toEqual([
      { text: "媒體報道", isHit: true },
      { text: " · 食品衛生", isHit: false },
    ]);
  });

  it("puts the newer first among equals, also when they share a second", async () => {
    await publish(
      document({ id: "old", hans: { title: "水泵" }, publishedAt: "2025-01-01T00:00:00Z" }),
      document({ id: "new", hans: { title: "水泵" }, publishedAt: "2026-01-01T00:00:00Z" }),
      document({ id: "same", hans: { title: "水泵" }, publishedAt: "2026-01-01T00:00:00Z" }),
    );
    expect(found("水泵")).toEqual(["same", "new"]);
    expect(found("水泵", 2)).toEqual(["old"]);
  });

  it("finds words that only one script's own version has", async () => {
    await publish(document({ id: "a", hans: { body: "软件" }, hant: { body: "軟體" } }));
    expect([found("软件"), found("軟體")]).toEqual([["a"], ["a"]]);
  });

  it("shows the hit in the reader's script", async () => {
    await publish(document({ id: "a", hans: { title: "网络" }, hant: { title: "網絡" } }));
    expect(look("网络")?.hits[0]?.title).toEqual([{ text: "網絡", isHit: true }]);
    expect(look("網絡", 1, "zh-Hans")?.hits[0]?.title).toEqual([{ text: "网络", isHit: true }]);
  });

  it("finds one character, and the beginning of a Latin word", async () => {
    await publish(document({ id: "a", hans: { body: "新型泵，通过ISO9001认证" } }));
    for (const typed of ["泵", "型", "iso", "ＩＳＯ９００１"]) expect(found(typed)).toEqual(["a"]);
    expect(found("9001")).toEqual([]);
  });

  it.each([
    '"',
    "* OR *",
    "title:水泵",
    "NEAR(a b)",
    "'; drop table documents",
    "\u0000",
    "\uD800",
  ])("takes %j for words, not for a command", async (typed) => {
    await publish(document({ id: "a", hans: { title: "水泵" } }));
    expect(() => look(typed)).not.toThrow();
    expect(found("水泵")).toEqual(["a"]);
  });
});

describe("renewIndex", () => {
  const a = document({ id: "a", hans: { title: "水泵" } });
  const b = document({ id: "b", hans: { title: "阀门" } });

  it("forgets what was withdrawn and what a text said before", async () => {
    await publish(a, b);
    await publish(document({ id: "a", hans: { title: "风机" } }));
    expect([found("水泵"), found("阀门"), found("风机")]).toEqual([[], [], ["a"]]);
  });

  it("reads only what changed", async () => {
    expect(await publish(a, b)).toEqual(["a", "b"]);
    expect(await publish(a, b)).toEqual([]);
  });

  it("leaves out what cannot be read, and asks for it once a revision", async () => {
    const unreadable = new Map<string, string>();
    const asked: string[] = [];
    const read = async (ids: readonly string[]) => {
      asked.push(...ids);
      return [];
    };
    await publish(a);
    for (const revision of ["2", "2", "3"])
      await renewIndex(store, { catalogue: new Map([["a", revision]]), read, unreadable });
    expect(found("水泵")).toEqual([]);
    expect(asked).toEqual(["a", "a"]);
  });
});

describe("the file of the index", () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "search-"));
  });

  afterEach(() => rmSync(dataDir, { recursive: true }));

  it("is still right after a restart", async () => {
    store.close();
    store = SearchStore.open(dataDir);
    await publish(document({ id: "a", hans: { title: "水泵" } }));
    store.close();
    store = SearchStore.open(dataDir);
    expect(found("水泵")).toEqual(["a"]);
  });

  it("is made anew when it cannot be used", async () => {
    store.close();
    writeFileSync(join(dataDir, "search.db"), "no database ".repeat(1_000));
    store = SearchStore.open(dataDir);
    expect(found("水泵")).toEqual([]);
    await publish(document({ id: "a", hans: { title: "水泵" } }));
    expect(found("水泵")).toEqual(["a"]);
  });
});
