import { statSync } from "node:fs";
import { join } from "node:path";

import { type LakeProcess, startLakeProcess } from "../../tests/contract/lake-process.ts";
import { inTurn } from "../in-turn.ts";
import { percentile, round, type BenchLine } from "./bench-line.ts";
import { callFor, createCaller, type LakeCaller } from "./lake/lake-caller.ts";
import { peakMegabytes, residentMegabytes } from "./lake/process-figures.ts";

const documents = Number(process.env["BENCH_DOCUMENTS"] ?? 100_000);
const seconds = Number(process.env["BENCH_SECONDS"] ?? 10);

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

async function fill(caller: LakeCaller): Promise<void> {
  const categories = Array.from({ length: 5 }, (_unused, n) => ({
    create: { _id: `category-${n}`, _type: "category", title: `类${n}` },
  }));
  await caller.mutate(categories);
  const starts = Array.from({ length: Math.ceil(documents / 200) }, (_unused, n) => n * 200);
  const batch = (from: number) => {
    const size = Math.min(200, documents - from);
    return Array.from({ length: size }, (_unused, n) => ({ create: article(from + n) }));
  };
  await inTurn(starts, (from) => caller.mutate(batch(from)));
}

/** Edit articles one transaction at a time for a while, `concurrency` at once. */
async function measure(caller: LakeCaller, concurrency: number) {
  const edit = () => {
    const id = `article-${Math.floor(Math.random() * documents)}`;
    const patch = { id, setIfMissing: { views: 0 }, inc: { views: 1 }, set: { note: "改" } };
    return caller.mutate([{ patch }]);
  };
  const times = await callFor(seconds, concurrency, edit);
  return { perSecond: Math.round(times.length / seconds), p95: round(percentile(times, 0.95)) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

async function measureAll(lake: LakeProcess, caller: LakeCaller): Promise<BenchLine[]> {
  const line = (name: string, unit: string, value: number): BenchLine => ({
    name: `lake-write ${name}`,
    unit,
    value,
    documents,
  });
  const filling = await timed(() => fill(caller));
  const edits = await inTurn([1, 8], async (concurrency) => {
    const { perSecond, p95 } = await measure(caller, concurrency);
    return [
      line(`durable transactions at concurrency ${concurrency}`, "1/s", perSecond),
      line(`p95 at concurrency ${concurrency}`, "ms", p95),
    ];
  });
  const afterWriting = residentMegabytes(lake.pid());
  const highest = peakMegabytes(lake.pid());
  const stopping = await timed(() => lake.stop());
  const starting = await timed(() => lake.restart());
  return [
    line("fill", "documents/s", Math.round((documents / filling) * 1000)),
    ...edits.flat(),
    line("RSS after writing", "MB", afterWriting),
    line("highest RSS while writing", "MB", highest),
    line("file", "MB", Math.round(statSync(join(lake.dataDir, "lake.db")).size / 1e6)),
    line("stop", "ms", stopping),
    line("start", "ms", starting),
    line("RSS after start", "MB", residentMegabytes(lake.pid())),
  ];
}

/** Durable transactions a second on a big dataset, and what the lake weighs meanwhile. */
export async function run(): Promise<BenchLine[]> {
  const lake = await startLakeProcess();
  const caller = createCaller(lake.port);
  try {
    return await measureAll(lake, caller);
  } finally {
    caller.close();
    await lake.remove();
  }
}
