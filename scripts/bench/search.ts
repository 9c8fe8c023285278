import { mkdtempSync, rmSync, statSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { SearchStore as Store } from "../../lib/search/store.ts";
import { round, type BenchLine } from "./bench-line.ts";
import { createArticle } from "./lake/corpus.ts";

const count = 100_000;
const rounds = 20;
const root = new URL("../../", import.meta.url).href;

// lib/search names lib/zh as the site's bundler knows it.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith("@/") ? root + specifier.slice(2) : specifier, context),
});
const { search } = await import("../../lib/search/search-index.ts");
const { SearchStore } = await import("../../lib/search/store.ts");

/** Words in every article, in many, in few and in none; long, short, in both scripts, side by side. */
const typed = [
  "厦门工厂",
  "廈門工廠",
  "研发",
  "智能仓储",
  "質量檢測",
  "圆满完成安全培训",
  "新征程 環保認證",
  "供应链 数字平台 提前交付",
  "栏目3",
  "第4711期",
  "第99999期",
  "期",
  "司",
  "4711",
  "网络",
  "阀门 厦门",
];

function textsOf(index: number) {
  const { title, excerpt, body } = createArticle(index);
  const text =
    JSON.stringify(body)
      .match(/(?<="text":")[^"]+/g)
      ?.join("\n") ?? "";
  const names = `栏目${index % 8} · 标签${index % 40} · 作者${index % 25}`;
  return { title: String(title), excerpt: String(excerpt), names, body: text };
}

function fill(store: Store): number {
  const start = performance.now();
  for (let from = 0; from < count; from += 500) {
    const documents = Array.from({ length: 500 }, (_, at) => {
      const id = `article-${from + at}`;
      const publishedAt = new Date(Date.UTC(2010, 0, 1) + (from + at) * 3_600_000).toISOString();
      const text = textsOf(from + at);
      const texts = { "zh-Hans": text, "zh-Hant": text };
      return { id, kind: "article" as const, slug: id, publishedAt, texts, revision: "1" };
    });
    store.put(documents);
  }
  return (performance.now() - start) / count;
}

function timesOf(store: Store, query: string): number[] {
  return Array.from({ length: rounds }, (_, at) => {
    const start = performance.now();
    search(store, { typed: query, script: "zh-Hans", page: (at % 5) + 1, pageSize: 12 });
    return performance.now() - start;
  });
}

function percentile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return round(sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN, 2);
}

/** Searches over 100,000 articles of about 700 characters: the 95th percentile over all kinds of words. */
export async function run(): Promise<BenchLine[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "bench-search-"));
  try {
    const store = SearchStore.open(dataDir);
    const perArticle = fill(store);
    const p95s: Record<string, number> = {};
    const times = typed.flatMap((query) => {
      const own = timesOf(store, query);
      p95s[query] = percentile(own, 0.95);
      return own;
    });
    store.close();
    const size = statSync(join(dataDir, "search.db")).size;
    return [
      {
        name: "search.p95",
        unit: "ms",
        value: percentile(times, 0.95),
        median: percentile(times, 0.5),
        articles: count,
        p95s,
      },
      { name: "search.indexing-one-article", unit: "ms", value: round(perArticle, 2) },
      { name: "search.file", unit: "MB", value: round(size / 1e6, 0) },
    ];
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}
