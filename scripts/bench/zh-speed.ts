import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { buildSync } from "esbuild";
import { Converter as stockConverter } from "opencc-js";

import { createConverter } from "../../lib/zh/converter.ts";
import type { BenchLine } from "./bench-line.ts";
import { readSet } from "./zh-sets.ts";

const articleLength = 3000;
const rounds = 4;
const tries = 150;

function article(): string {
  const sentences = readSet("own-news").filter(({ to }) => to === "t");
  return sentences
    .map(({ input }) => `${input}。`)
    .join("")
    .repeat(3)
    .slice(0, articleLength);
}

type Convert = (text: string) => string;

/** Milliseconds for one conversion by each, in turn, so that both meet the same machine; the best of some tries. */
function timesOf(converts: readonly Convert[], text: string): number[] {
  const best = converts.map(() => Number.POSITIVE_INFINITY);
  for (let attempt = 0; attempt <= tries; attempt++) {
    for (const [index, convert] of converts.entries()) {
      const start = performance.now();
      for (let round = 0; round < rounds; round++) convert(text);
      const time = (performance.now() - start) / rounds;
      best[index] = Math.min(best[index] ?? time, time);
    }
  }
  return best;
}

const loading = `
const before = process.memoryUsage();
const start = performance.now();
const { createConverter } = await import(process.argv[1]);
const text = "公司联系软件發展，余先生说“好”";
for (const to of ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"])
  createConverter({ from: to === "zh-Hans" ? "zh-Hant" : "zh-Hans", to }).convertText(text);
const time = performance.now() - start;
globalThis.gc();
const after = process.memoryUsage();
console.log(time, (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6);
`;

const source = new URL("../../lib/zh/converter.ts", import.meta.url).pathname;

type Load = { time: number; heap: number };

/** Load all four targets in a process of its own: milliseconds and megabytes. */
function loadOnce(module: string): Load {
  const output = execFileSync(
    process.execPath,
    ["--expose-gc", "--input-type=module", "-e", loading, module],
    { encoding: "utf8" },
  );
  const [time = Number.NaN, heap = Number.NaN] = output.trim().split(" ").map(Number);
  return { time, heap };
}

function bestLoad(module: string): Load {
  const loads = Array.from({ length: 8 }, () => loadOnce(module));
  return {
    time: Math.round(Math.min(...loads.map(({ time }) => time))),
    heap: Math.round(10 * Math.min(...loads.map(({ heap }) => heap))) / 10,
  };
}

/** Loading as the site does, which runs what the build made of the sources, and as the `zh` command does, from the sources. */
function loadLines(): BenchLine[] {
  const directory = mkdtempSync(join(tmpdir(), "zh-speed-"));
  try {
    const outfile = join(directory, "converter.mjs");
    buildSync({
      entryPoints: [source],
      outfile,
      bundle: true,
      format: "esm",
      charset: "utf8",
      logLevel: "error",
    });
    const built = bestLoad(outfile);
    const plain = bestLoad(source);
    return [
      { name: "zh-speed.load-four-targets", unit: "ms", value: built.time },
      { name: "zh-speed.load-four-targets-stripping-types", unit: "ms", value: plain.time },
      {
        name: "zh-speed.heap-four-targets",
        unit: "MB",
        value: Math.max(built.heap, plain.heap),
        against: "opencc-js 44 MB a converter",
      },
    ];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const targets = [
  { from: "zh-Hant", to: "zh-Hans", stock: { from: "tw", to: "cn" } },
  { from: "zh-Hans", to: "zh-Hant", stock: { from: "cn", to: "tw" } },
  { from: "zh-Hans", to: "zh-Hant-TW", stock: { from: "cn", to: "twp" } },
  { from: "zh-Hans", to: "zh-Hant-HK", stock: { from: "cn", to: "hk" } },
] as const;

/** Throughput with every rule on beside stock opencc-js on the same text, time for an article, load time and heap. */
export async function run(): Promise<BenchLine[]> {
  const simplified = article();
  const texts = {
    "zh-Hans": simplified,
    "zh-Hant": stockConverter({ from: "cn", to: "tw" })(simplified),
  };
  const lines: BenchLine[] = targets.map(({ from, to, stock }) => {
    const [ours = Number.NaN, theirs = Number.NaN] = timesOf(
      [createConverter({ from, to }).convertText, stockConverter(stock)],
      texts[from],
    );
    return {
      name: `zh-speed.${to}-${articleLength}-characters`,
      unit: "ms",
      value: Math.round(ours * 100) / 100,
      against: `opencc-js ${stock.from} to ${stock.to} ${Math.round(theirs * 100) / 100} ms`,
      ratio: Math.round((ours / theirs) * 100) / 100,
      charactersPerSecond: Math.round((articleLength / ours) * 1000),
    };
  });
  return [...lines, ...loadLines()];
}
