import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { type LakeProcess, startLakeProcess } from "../../tests/contract/lake-process.ts";
import { inTurn } from "../in-turn.ts";
import { percentile, type BenchLine } from "./bench-line.ts";

const kills = Number(process.env["BENCH_KILLS"] ?? 200);
const writers = 8;
const parts = ["a", "b", "c"];

/** What is found wrong after a kill; `restartMs` is the time until the lake answers again. */
type Finding = {
  lost: number;
  halves: number;
  corrupt: number;
  restartMs: number;
  acknowledged: number;
};

/**
 * Write until the lake dies: three documents with the same number in each transaction, so that a
 * half transaction shows, and the last acknowledged number kept, so that a lost one shows.
 */
async function write(lake: LakeProcess, writer: number, acknowledged: number[]): Promise<void> {
  const n = (acknowledged[writer] ?? 0) + 1;
  const mutations = parts.map((part) => ({
    createOrReplace: { _id: `w${writer}-${part}`, _type: "counter", n, text: "厦门".repeat(200) },
  }));
  const answer = lake.client().mutate(mutations, { returnDocuments: false });
  const isWritten = await answer.then(
    () => true,
    () => false,
  );
  if (!isWritten) return;
  acknowledged[writer] = n;
  await write(lake, writer, acknowledged);
}

const patienceMs = 10_000;

/** On a busy machine nothing may have been written yet, and a kill would prove nothing. */
async function untilWritten(
  acknowledged: readonly number[],
  before: number,
  until = performance.now() + patienceMs,
): Promise<void> {
  if (added(acknowledged) > before || performance.now() > until) return;
  await sleep(5);
  await untilWritten(acknowledged, before, until);
}

const added = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

async function killOnce(lake: LakeProcess, acknowledged: number[]): Promise<Finding> {
  const before = added(acknowledged);
  const writing = acknowledged.map((_n, writer) => write(lake, writer, acknowledged));
  await untilWritten(acknowledged, before);
  await sleep(Math.random() * 180);
  await lake.stop("SIGKILL");
  await Promise.all(writing);
  const start = performance.now();
  await lake.restart();
  const restartMs = performance.now() - start;
  const states = await Promise.all(acknowledged.map((_n, writer) => read(lake, writer)));
  const lost = states.filter(
    (numbers, writer) => Math.min(...numbers) < (acknowledged[writer] ?? 0),
  );
  const halves = states.filter((numbers) => new Set(numbers).size > 1);
  // What was written without an answer counts on from where it is.
  for (const [writer, numbers] of states.entries()) acknowledged[writer] = Math.max(...numbers);
  const after = added(acknowledged);
  return {
    lost: lost.length,
    halves: halves.length,
    corrupt: isSound(lake) ? 0 : 1,
    restartMs,
    acknowledged: after - before,
  };
}

/** What SQLite itself finds when it goes through the whole file: every page, every index. */
function isSound({ dataDir }: LakeProcess): boolean {
  const db = new DatabaseSync(join(dataDir, "lake.db"), { readOnly: true });
  try {
    return db.prepare("pragma integrity_check(1)").get()?.["integrity_check"] === "ok";
  } catch {
    return false;
  } finally {
    db.close();
  }
}

const counterSchema = z.object({ n: z.number() }).nullable();

async function read(lake: LakeProcess, writer: number): Promise<number[]> {
  const found = await lake.client().getDocuments(parts.map((part) => `w${writer}-${part}`));
  return found.map((document) => counterSchema.parse(document)?.n ?? 0);
}

/** Kill the lake again and again under writers: nothing acknowledged lost, nothing half there. */
export async function run(): Promise<BenchLine[]> {
  const lake = await startLakeProcess();
  const acknowledged = Array.from({ length: writers }, () => 0);
  const rounds = Array.from({ length: kills }, (_unused, round) => round);
  const findings = await inTurn(rounds, () => killOnce(lake, acknowledged)).finally(() =>
    lake.remove(),
  );
  const total = (pick: (finding: Finding) => number) =>
    findings.reduce((sum, finding) => sum + pick(finding), 0);
  const restarts = findings.map(({ restartMs }) => restartMs);
  return [
    { name: "lake-crash kills", unit: "count", value: findings.length },
    { name: "lake-crash transactions written", unit: "count", value: total((f) => f.acknowledged) },
    { name: "lake-crash acknowledged and lost", unit: "count", value: total((f) => f.lost) },
    { name: "lake-crash half transactions", unit: "count", value: total((f) => f.halves) },
    { name: "lake-crash corrupt files", unit: "count", value: total((f) => f.corrupt) },
    { name: "lake-crash restart, p95", unit: "ms", value: Math.round(percentile(restarts, 0.95)) },
    { name: "lake-crash slowest restart", unit: "ms", value: Math.round(Math.max(...restarts)) },
  ];
}
