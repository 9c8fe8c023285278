import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { describe, expect, it, onTestFinished } from "vitest";

import { freePort } from "../../lib/server/free-port.ts";
import { isAnswering, startLake } from "../../lib/server/lake-process.ts";
import type { LakeProcess } from "../../lib/server/lake-process.ts";

const answering = `
  import { createServer } from "node:http";
  createServer((request, response) => response.end('{"status":"ok"}')).listen(Number(process.env.LAKE_PORT), "127.0.0.1");
`;

/** A project folder whose lake is this program. */
function projectWith(program: string): string {
  const root = mkdtempSync(join(tmpdir(), "lake-process-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "lib/lake"), { recursive: true });
  writeFileSync(join(root, "lib/lake/cli.ts"), program);
  writeFileSync(join(root, "package.json"), `{"type":"module"}`);
  return root;
}

async function start(
  program: string,
  patience = {},
): Promise<{ lake: LakeProcess; url: string; said: string[] }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const said: string[] = [];
  const lake = await startLake({
    root: projectWith(program),
    url,
    environment: { ...process.env, LAKE_PORT: String(port) },
    report: (sentence) => said.push(sentence),
    patience,
  });
  onTestFinished(() => lake.stop());
  return { lake, url, said };
}

async function until(isTrue: () => Promise<boolean> | boolean): Promise<boolean> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isTrue()) return true;
    await pause(50);
  }
  return false;
}

describe("startLake", () => {
  it("has an answering lake when it returns, and none when it was stopped", async () => {
    const { lake, url } = await start(answering);
    expect(await isAnswering(url, 1_000)).toBe(true);
    await lake.stop();
    expect(await isAnswering(url, 1_000)).toBe(false);
  });

  it("starts a lake again that was killed, and says so", async () => {
    const { lake, url, said } = await start(answering);
    const first = lake.pid() ?? 0;
    process.kill(first, "SIGKILL");
    expect(await until(async () => lake.pid() !== first && (await isAnswering(url, 500)))).toBe(
      true,
    );
    expect(said).toEqual([expect.stringContaining("The lake ended (SIGKILL); starting it again")]);
  });

  it("ends a lake that hangs, and starts it again", { timeout: 30_000 }, async () => {
    const { lake, url, said } = await start(answering, { look: 250, silence: 2_500 });
    const first = lake.pid() ?? 0;
    process.kill(first, "SIGSTOP");
    expect(await until(async () => lake.pid() !== first && (await isAnswering(url, 500)))).toBe(
      true,
    );
    expect(said[0]).toContain("has not answered");
  });

  it("says that it did not start when it ends before it answers", async () => {
    await expect(start("process.exit(3)")).rejects.toThrow("The lake did not start (code 3)");
  });

  it("leaves no lake behind when the front door is killed without a word", async () => {
    const port = await freePort();
    const parent = projectWith(answering);
    const program = `
      import { startLake } from ${JSON.stringify(resolve(import.meta.dirname, "../../lib/server/lake-process.ts"))};
      const lake = await startLake({ root: ${JSON.stringify(parent)}, url: "http://127.0.0.1:${port}", environment: { ...process.env, LAKE_PORT: "${port}" }, report() {} });
      console.log(lake.pid());
    `;
    writeFileSync(join(parent, "door.ts"), program);
    const door = spawn(process.execPath, [join(parent, "door.ts")], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(door.stdout, "data");
    door.kill("SIGKILL");
    expect(await until(async () => !(await isAnswering(`http://127.0.0.1:${port}`, 500)))).toBe(
      true,
    );
  });
});
