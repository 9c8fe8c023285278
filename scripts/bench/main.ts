import { readdirSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";

import { isExpectedFailure } from "../../lib/server/failure.ts";
import { inTurn } from "../in-turn.ts";
import type { BenchLine } from "./bench-line.ts";

type Bench = { run(): Promise<BenchLine[]> };

const asked = argv[2];
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length))
  .filter(
    (name) => !["main", "bench-line"].includes(name) && (asked === undefined || name === asked),
  )
  .toSorted();

let found = 0;
// one measurement must not disturb another
await inTurn(names, runBench);
if (found === 0) {
  console.error(`There is no benchmark "${asked}".`);
  process.exitCode = 1;
}

/** Standard output holds nothing but the lines; whatever else there is to say goes to standard error. */
async function runBench(name: string): Promise<void> {
  const bench: unknown = await import(join(import.meta.dirname, `${name}.ts`));
  if (!isBench(bench)) return;
  found += 1;
  console.error(`Measuring ${name} …`);
  try {
    for (const line of await bench.run()) console.log(JSON.stringify(line));
  } catch (error) {
    console.error(isExpectedFailure(error) ? error.message : error);
    process.exitCode = 1;
  }
}

function isBench(loaded: unknown): loaded is Bench {
  return (
    typeof loaded === "object" &&
    loaded !== null &&
    "run" in loaded &&
    typeof loaded.run === "function"
  );
}
