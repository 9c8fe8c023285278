import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { evaluate, parse } from "groq-js";

import type { BenchLine } from "./bench-line.ts";
import { createArticle, createCategories, writeCorpus } from "./lake/corpus.ts";
import { siteQueries, type Question } from "./lake/site-queries.ts";

const sizes = [1000, 10_000, 100_000];
const port = 4187;
const warmUps = 20;
const clicks = 200;
/** Plain evaluation takes seconds at the largest size. */
const plainClicks = 3;
const url = `http://127.0.0.1:${port}`;

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function ask({ query, params }: Question): Promise<void> {
  const address = new URL(`${url}/v2025-02-19/data/query/production`);
  address.searchParams.set("query", query);
  address.searchParams.set("returnQuery", "false");
  for (const [name, value] of Object.entries(params))
    address.searchParams.set(`$${name}`, JSON.stringify(value));
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
}

async function isUp(): Promise<boolean> {
  return fetch(`${url}/status`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function serve(dataDir: string): ChildProcess {
  const entry = join(import.meta.dirname, "../../lib/lake/cli.ts");
  return spawn(process.execPath, [entry, "serve"], {
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      LAKE_PORT: String(port),
      DATA_DIR: dataDir,
    },
    stdio: "ignore",
  });
}

/** The lake indexes texts behind the writer's back; only then is it at rest. */
async function settle(dataDir: string): Promise<number> {
  const { DatabaseSync } = await import("node:sqlite");
  const db = new DatabaseSync(join(dataDir, "lake.db"), { readOnly: true });
  const pending = db.prepare("select 1 from text_pending limit 1");
  const started = performance.now();
  while (pending.get()) await pause(200);
  db.close();
  return performance.now() - started;
}

function residentMegabytes(pid: number | undefined): number | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1]) / 1024);
}

async function plainTimes(
  count: number,
  name: string,
  documents: readonly unknown[],
): Promise<number[]> {
  const times: number[] = [];
  for (let click = 0; click < plainClicks; click += 1) {
    const question = siteQueries[name]?.(click, count);
    if (!question || name === "search") return [];
    const tree = parse(question.query, { params: question.params });
    const work = async (): Promise<unknown> =>
      (await evaluate(tree, { dataset: documents, params: question.params })).get();
    times.push(await timed(work));
  }
  return times;
}

async function lakeTimes(count: number, name: string): Promise<number[]> {
  const times: number[] = [];
  for (let click = 0; click < warmUps + clicks; click += 1) {
    const question = siteQueries[name]?.(click, count);
    if (question) times.push(await timed(() => ask(question)));
  }
  return times.slice(warmUps);
}

async function measure(count: number, documents: readonly unknown[]): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const name of Object.keys(siteQueries)) {
    const [ours, plain] = [await lakeTimes(count, name), await plainTimes(count, name, documents)];
    const value = percentile(ours, 0.95);
    const line = {
      name: `lake ${name} at ${count}`,
      unit: "ms p95 over HTTP",
      value,
      median: percentile(ours, 0.5),
    };
    const against = percentile(plain, 0.5);
    lines.push(
      plain.length > 0
        ? {
            ...line,
            against: "groq-js in memory, median ms",
            plain: against,
            ratio: Math.round(against / value),
          }
        : line,
    );
  }
  return lines;
}

async function runAt(count: number): Promise<BenchLine[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "lake-bench-"));
  await writeCorpus(dataDir, count);
  const started = performance.now();
  const lake = serve(dataDir);
  try {
    while (!(await isUp())) await pause(10);
    const start = Math.round(performance.now() - started);
    const indexing = Math.round(await settle(dataDir));
    const documents = [
      ...createCategories(),
      ...Array.from({ length: count }, (_, index) => createArticle(index)),
    ];
    const lines = await measure(count, documents);
    const resident = residentMegabytes(lake.pid);
    return [
      { name: `lake start at ${count}`, unit: "ms", value: start },
      { name: `lake text index at ${count}`, unit: "ms", value: indexing },
      ...lines,
      ...(resident === null
        ? []
        : [{ name: `lake memory at ${count}`, unit: "MB RSS", value: resident }]),
    ];
  } finally {
    lake.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Ask the site's own questions of a lake of 1,000, 10,000 and 100,000 articles, and of groq-js beside it. */
export async function run(): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const count of sizes) lines.push(...(await runAt(count)));
  return lines;
}
