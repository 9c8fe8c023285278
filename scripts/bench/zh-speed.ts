import { execFileSync } from "node:child_process";

import { Converter as stockConverter } from "opencc-js";

import { createConverter } from "../../lib/zh/converter.ts";
import type { BenchLine } from "./bench-line.ts";
import { readSet } from "./zh-sets.ts";

const articleLength = 3000;
const rounds = 40;
const tries = 12;

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
const { createConverter } = await import("./lib/zh/converter.ts");
const text = "公司联系软件發展，余先生说“好”";
for (const to of ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"])
  createConverter({ from: to === "zh-Hans" ? "zh-Hant" : "zh-Hans", to }).convertText(text);
const time = performance.now() - start;
globalThis.gc();
const after = process.memoryUsage();
console.log(time, (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6);
`;

/** Load all four targets in a process of its own: milliseconds and megabytes. */
function loadOnce(): { time: number; heap: number } {
  const output = execFileSync(
    process.execPath,
    ["--expose-gc", "--input-type=module", "-e", loading],
    {
      cwd: new URL("../..", import.meta.url),
      encoding: "utf8",
    },
  );
  const [time = Number.NaN, heap = Number.NaN] = output.trim().split(" ").map(Number);
  return { time, heap };
}

const targets = [
  { to: "zh-Hant", stock: "tw" },
  { to: "zh-Hant-TW", stock: "twp" },
  { to: "zh-Hant-HK", stock: "hk" },
] as const;

/** Throughput with every rule on beside stock opencc-js on the same text, time for an article, load time and heap. */
export async function run(): Promise<BenchLine[]> {
  const text = article();
  const lines: BenchLine[] = targets.map(({ to, stock }) => {
    const [ours = Number.NaN, theirs = Number.NaN] = timesOf(
      [
        createConverter({ from: "zh-Hans", to }).convertText,
        stockConverter({ from: "cn", to: stock }),
      ],
      text,
    );
    return {
      name: `zh-speed.${to}-${articleLength}-characters`,
      unit: "ms",
      value: Math.round(ours * 100) / 100,
      against: `opencc-js ${stock} ${Math.round(theirs * 100) / 100} ms`,
      ratio: Math.round((ours / theirs) * 100) / 100,
      charactersPerSecond: Math.round((articleLength / ours) * 1000),
    };
  });
  const loads = Array.from({ length: 5 }, loadOnce);
  lines.push(
    {
      name: "zh-speed.load-four-targets",
      unit: "ms",
      value: Math.round(Math.min(...loads.map(({ time }) => time))),
    },
    {
      name: "zh-speed.heap-four-targets",
      unit: "MB",
      value: Math.round(10 * Math.min(...loads.map(({ heap }) => heap))) / 10,
      against: "opencc-js 44 MB a converter",
    },
  );
  return lines;
}
