import { spawn } from "node:child_process";
import type { SpawnOptions } from "node:child_process";

import { ExpectedFailure } from "../../lib/server/failure.ts";

/** Say what is being done, do it, and say how long it took. */
export async function step<T>(doing: string, work: () => Promise<T>): Promise<T> {
  console.log(`${doing} …`);
  const startedAt = Date.now();
  const result = await work();
  console.log(`${doing}: done in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  return result;
}

/**
 * Run a program quietly; its words are shown only when it fails.
 *
 * @throws {ExpectedFailure} with `complaint` when it ends with anything but 0.
 */
export async function runQuietly(
  command: readonly [program: string, ...parameters: string[]],
  complaint: string,
  options: SpawnOptions = {},
): Promise<string> {
  const [program, ...parameters] = command;
  const child = spawn(program, parameters, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const words: string[] = [];
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => words.push(chunk));
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => words.push(chunk));
  const code = await new Promise<number | null>((done) => {
    child.once("error", () => done(null));
    child.once("close", done);
  });
  if (code === 0) return words.join("");
  process.stderr.write(words.join(""));
  throw new ExpectedFailure(complaint);
}
