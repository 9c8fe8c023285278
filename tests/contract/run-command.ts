import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { compileCache } from "./lake-process.ts";

const lakeEntry = join(import.meta.dirname, "../../lib/lake/cli.ts");

/** Run one of the lake's commands to its end. */
export async function runCommand(
  parameters: readonly string[],
  {
    environment,
    input = "",
    entry = lakeEntry,
  }: { environment: Record<string, string>; input?: string; entry?: string },
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [entry, ...parameters], {
    env: {
      NODE_ENV: "test",
      PATH: process.env["PATH"],
      NODE_NO_WARNINGS: "1",
      NODE_COMPILE_CACHE: compileCache,
      ...environment,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}
