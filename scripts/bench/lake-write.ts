import { readFileSync, statSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";

import {
  type LakeProcess,
  siteToken,
  startLakeProcess,
} from "../../tests/contract/lake-process.ts";
import { inTurn } from "../in-turn.ts";
import type { BenchLine } from "./bench-line.ts";

const documents = Number(process.env["BENCH_DOCUMENTS"] ?? 100_000);
const seconds = Number(process.env["BENCH_SECONDS"] ?? 10);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** An article of the size that companies write: some two thousand characters. */
function article(n: number) {
  return {
    _id: `article-${n}`,
    _type: "article",
    title: `鹭海机械第${n}号新闻`,
    slug: { _type: "slug", current: `news-${n}` },
    publishedAt: new Date(1.6e12 + n * 3.6e6).toISOString(),
    category: { _type: "reference", _ref: `category-${n % 5}` },
    body: Array.from({ length: 8 }, (_unused, index) => ({
      _key: `b${index}`,
      _type: "block",
      style: "normal",
      markDefs: [],
      children: [
        { _key: "s", _type: "span", marks: [], text: "本厂新建的生产线今日投产。".repeat(18) },
      ],
    })),
  };
}

function mutate(port: number, mutations: readonly unknown[]): Promise<number> {
  const body = JSON.stringify({ mutations });
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      port,
      host: "127.0.0.1",
      method: "POST",
      path: "/v2025-02-19/data/mutate/production?returnIds=true",
      headers: {
        authorization: `Bearer ${siteToken}`,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      },
    };
    const call = request(options, (response) => {
      response.resume();
      response.once("end", () => {
        if (response.statusCode === 200) resolve(performance.now() - start);
        else reject(new Error(`The lake answered ${response.statusCode}`));
      });
    });
    call.once("error", reject);
    call.end(body);
  });
}

async function fill({ port }: LakeProcess): Promise<void> {
  const categories = Array.from({ length: 5 }, (_unused, n) => ({
    create: { _id: `category-${n}`, _type: "category", title: `类${n}` },
  }));
  await mutate(port, categories);
  const starts = Array.from({ length: Math.ceil(documents / 200) }, (_unused, n) => n * 200);
  const batch = (from: number) => {
    const size = Math.min(200, documents - from);
    return Array.from({ length: size }, (_unused, n) => ({ create: article(from + n) }));
  };
  await inTurn(starts, (from) => mutate(port, batch(from)));
}

/** Edit articles one transaction at a time for a while, `concurrency` at once. */
async function measure({ port }: LakeProcess, concurrency: number) {
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  const work = async (): Promise<void> => {
    if (performance.now() > end) return;
    const id = `article-${Math.floor(Math.random() * documents)}`;
    times.push(await mutate(port, [{ patch: { id, inc: { views: 1 }, set: { note: "改" } } }]));
    await work();
  };
  await Promise.all(Array.from({ length: concurrency }, () => work()));
  times.sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  return { perSecond: Math.round(times.length / seconds), p95: Math.round(p95 * 10) / 10 };
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

async function measureAll(lake: LakeProcess): Promise<BenchLine[]> {
  const line = (name: string, unit: string, value: number): BenchLine => ({
    name: `lake-write ${name}`,
    unit,
    value,
    documents,
  });
  const filling = await timed(() => fill(lake));
  const edits = await inTurn([1, 8], async (concurrency) => {
    const { perSecond, p95 } = await measure(lake, concurrency);
    return [
      line(`durable transactions at concurrency ${concurrency}`, "1/s", perSecond),
      line(`p95 at concurrency ${concurrency}`, "ms", p95),
    ];
  });
  const afterWriting = residentMegabytes(lake.pid());
  const stopping = await timed(() => lake.stop());
  const starting = await timed(() => lake.restart());
  return [
    line("fill", "documents/s", Math.round((documents / filling) * 1000)),
    ...edits.flat(),
    line("RSS after writing", "MB", afterWriting),
    line("file", "MB", Math.round(statSync(join(lake.dataDir, "lake.db")).size / 1e6)),
    line("stop", "ms", stopping),
    line("start", "ms", starting),
    line("RSS after start", "MB", residentMegabytes(lake.pid())),
  ];
}

/** Durable transactions a second on a big dataset, and what the lake weighs meanwhile. */
export async function run(): Promise<BenchLine[]> {
  const lake = await startLakeProcess();
  try {
    return await measureAll(lake);
  } finally {
    agent.destroy();
    await lake.remove();
  }
}
