import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";

import { evaluate, parse } from "groq-js";

import { type LakeProcess, startLakeProcess } from "../../tests/contract/lake-process.ts";
import { inTurn } from "../in-turn.ts";
import { median, percentile, round, type BenchLine } from "./bench-line.ts";
import { createArticle, createCategories, writeCorpus } from "./lake/corpus.ts";
import { callFor, createCaller, type LakeCaller } from "./lake/lake-caller.ts";
import { peakMegabytes, processorMs, residentMegabytes } from "./lake/process-figures.ts";
import { siteQueries, type Question } from "./lake/site-queries.ts";

const sizes = (process.env["BENCH_SIZES"] ?? "1000,10000,100000").split(",").map(Number);
/** Questions while the code that answers them is being compiled; their times are given apart. */
const warmUps = 600;
const clicks = 200;
const mutateSeconds = 3;
/** Plain evaluation takes seconds at the largest size. */
const plainClicks = (count: number): number => (count > 10_000 ? 3 : 20);

type Subject = { count: number; lake: LakeProcess; caller: LakeCaller };
type Times = {
  status: number[];
  first: number[];
  fresh: number[];
  again: number[];
  processor: number;
};

function pathOf({ query, params }: Question): string {
  const search = new URLSearchParams({ query, returnQuery: "false" });
  for (const [name, value] of Object.entries(params)) search.set(`$${name}`, JSON.stringify(value));
  return `/v2025-02-19/data/query/production?${search}`;
}

/** The lake indexes texts behind the writer's back; only then is it at rest. */
async function settle({ dataDir }: { dataDir: string }): Promise<number> {
  const db = new DatabaseSync(join(dataDir, "lake.db"), { readOnly: true });
  const pending = db.prepare("select 1 from text_pending limit 1");
  const started = performance.now();
  while (pending.get()) await pause(200);
  db.close();
  return Math.round(performance.now() - started);
}

/** Each click asks something new, then the same again, beside the least that any request costs. */
async function clickThrough({ count, lake, caller }: Subject, name: string): Promise<Times> {
  const times: Times = { status: [], first: [], fresh: [], again: [], processor: 0 };
  const paths = Array.from({ length: warmUps + clicks }, (_unused, click) => {
    const question = siteQueries[name]?.(click, count);
    if (!question) throw new Error(`There is no question "${name}"`);
    return pathOf(question);
  });
  times.first = await inTurn(paths.slice(0, warmUps), (path) => caller.get(path));
  const asked = paths.slice(warmUps);
  const before = processorMs(lake.pid());
  times.fresh = await inTurn(asked, (path) => caller.get(path));
  times.processor = (processorMs(lake.pid()) - before) / clicks;
  // So few that they all are remembered, however large.
  const popular = asked.map((_path, index) => asked[index % 10] ?? "/status");
  await inTurn(popular.slice(0, 10), (path) => caller.get(path));
  times.again = await inTurn(popular, (path) => caller.get(path));
  times.status = await inTurn(asked, () => caller.get("/status"));
  return times;
}

async function plainTimes(count: number, name: string, documents: readonly unknown[]) {
  const numbers = Array.from({ length: plainClicks(count) }, (_unused, click) => click);
  return inTurn(numbers, async (click) => {
    const question = siteQueries[name]?.(click, count);
    if (!question) throw new Error(`There is no question "${name}"`);
    const { query, params } = question;
    const tree = parse(query, { params });
    const start = performance.now();
    const value = await evaluate(tree, { dataset: documents, params });
    JSON.stringify(await value.get());
    return performance.now() - start;
  });
}

const figures = (times: readonly number[]) => ({
  p95: round(percentile(times, 0.95), 2),
  median: round(median(times), 2),
});

function lineOf(count: number, name: string, times: Times) {
  const { status, first, fresh, again, processor } = times;
  return {
    name: `lake ${name} at ${count}`,
    unit: "ms p95 over HTTP, asked for the first time",
    value: figures(fresh).p95,
    median: figures(fresh).median,
    warmingUp: figures(first),
    again: figures(again),
    status: figures(status),
    processorMs: round(processor, 2),
  };
}

async function measureReads(subject: Subject): Promise<BenchLine[]> {
  const { count } = subject;
  const names = Object.keys(siteQueries);
  const lines = await inTurn(names, async (name) =>
    lineOf(count, name, await clickThrough(subject, name)),
  );
  const documents = [
    ...createCategories(),
    ...Array.from({ length: count }, (_unused, index) => createArticle(index)),
  ];
  return inTurn(names, async (name): Promise<BenchLine> => {
    const line = lines.find((candidate) => candidate.name.startsWith(`lake ${name} `));
    if (!line) throw new Error(`"${name}" was not measured`);
    // groq-js has no text::query().
    if (name === "search") return line;
    const plain = round(median(await plainTimes(count, name, documents)), 2);
    const against = "groq-js in memory, median ms; the ratio is of the medians";
    return { ...line, against, plain, ratio: round(plain / line.median, 1) };
  });
}

async function measureWrites({ count, caller }: Subject): Promise<BenchLine[]> {
  const edit = () => {
    const id = `article-${String(Math.floor(Math.random() * count)).padStart(6, "0")}`;
    const patch = { id, setIfMissing: { views: 0 }, inc: { views: 1 }, set: { note: "改" } };
    return caller.mutate([{ patch }]);
  };
  return inTurn([1, 8], async (concurrency) => {
    const times = await callFor(mutateSeconds, concurrency, edit);
    return {
      name: `lake mutate at ${count}, concurrency ${concurrency}`,
      unit: "ms p95 over HTTP, on the disk",
      value: round(percentile(times, 0.95), 2),
      median: round(median(times), 2),
      perSecond: Math.round(times.length / mutateSeconds),
    };
  });
}

async function measure(dataDir: string, count: number): Promise<BenchLine[]> {
  const started = performance.now();
  const lake = await startLakeProcess({ DATA_DIR: dataDir, NODE_ENV: "production" });
  const start = Math.round(performance.now() - started);
  const caller = createCaller(lake.port);
  const memory = (name: string, value: number): BenchLine => ({
    name: `lake ${name} at ${count}`,
    unit: "MB RSS",
    value,
  });
  try {
    const indexing = await settle({ dataDir });
    const subject = { count, lake, caller };
    return [
      { name: `lake start at ${count}`, unit: "ms", value: start },
      { name: `lake text index at ${count}`, unit: "ms", value: indexing },
      ...(await measureReads(subject)),
      ...(await measureWrites(subject)),
      memory("memory", residentMegabytes(lake.pid())),
      memory("highest memory", peakMegabytes(lake.pid())),
    ];
  } finally {
    caller.close();
    await lake.remove();
  }
}

/** Ask the site's own questions of a lake of 1,000, 10,000 and 100,000 articles, and of groq-js beside it; then write. */
export async function run(): Promise<BenchLine[]> {
  const lines = await inTurn(sizes, async (count) => {
    const dataDir = mkdtempSync(join(tmpdir(), "lake-bench-"));
    try {
      await writeCorpus(dataDir, count);
      return await measure(dataDir, count);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
  return lines.flat();
}
