import { type ChildProcessByStdio, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

import { type ClientConfig, type SanityClient, createClient } from "@sanity/client";

export const siteToken = "site-token-for-the-contract-tests";
// The lake is started hundreds of times here; compiling it once is enough.
export const compileCache = join(tmpdir(), "yiwen-compile-cache");
const entry = join(import.meta.dirname, "../../lib/lake/cli.ts");

/** A lake in a process of its own, with a data folder that outlives its restarts. */
export type LakeProcess = {
  port: number;
  url: string;
  dataDir: string;
  pid: () => number;
  /** What it has written to stdout and stderr so far. */
  output: () => string;
  client: (config?: Partial<ClientConfig>) => SanityClient;
  /** Ends it (SIGTERM by default) and answers how it ended. */
  stop: (signal?: NodeJS.Signals) => Promise<{ code: number | null; signal: string | null }>;
  /** Starts it again on the same port and folder. */
  restart: (environment?: Record<string, string>) => Promise<void>;
  /** Ends it and removes its folder. */
  remove: () => Promise<void>;
};

/** Start `node lib/lake/cli.ts serve` on a free port and wait until it answers. */
export async function startLakeProcess(
  environment: Record<string, string> = {},
): Promise<LakeProcess> {
  const port = await findFreePort();
  const dataDir = mkdtempSync(join(tmpdir(), "lake-"));
  const url = `http://127.0.0.1:${port}`;
  const base = { LAKE_PORT: String(port), DATA_DIR: dataDir, LAKE_SITE_TOKEN: siteToken };
  let running = run({ ...base, ...environment });
  await answers(url, running);
  const stop = (signal: NodeJS.Signals = "SIGTERM") => {
    running.child.kill(signal);
    return running.ended;
  };
  return {
    port,
    url,
    dataDir,
    pid: () => running.child.pid ?? 0,
    output: () => running.output(),
    client: (config) => createLakeClient(url, config),
    stop,
    restart: async (changed = {}) => {
      running = run({ ...base, ...environment, ...changed });
      await answers(url, running);
    },
    remove: async () => {
      await stop("SIGKILL");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Run `cli.ts serve` to its end, for starts that are refused. */
export async function runLakeToEnd(
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const running = run(environment);
  const { code } = await running.ended;
  return { code, output: running.output() };
}

/** A client as the site and the Studio make it; with `token: ""` a stranger's. */
export function createLakeClient(url: string, config: Partial<ClientConfig> = {}): SanityClient {
  return createClient({
    projectId: "yiwen",
    dataset: "production",
    apiHost: url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: "2025-02-19",
    token: siteToken,
    perspective: "raw",
    maxRetries: 0,
    ...config,
  });
}

type Running = {
  child: ChildProcessByStdio<null, Readable, Readable>;
  output: () => string;
  ended: Promise<{ code: number | null; signal: string | null }>;
};

function run(environment: Record<string, string>): Running {
  // With the flags and the variable that the front door starts it with, so that it need not start over.
  const child = spawn(process.execPath, ["--max-semi-space-size=4", entry, "serve"], {
    env: {
      MALLOC_ARENA_MAX: "2",
      PATH: process.env["PATH"],
      NODE_ENV: "test",
      NODE_COMPILE_CACHE: compileCache,
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const read = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  return { child, output: () => text, ended };
}

async function answers(url: string, running: Running): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (running.child.exitCode !== null) throw new Error(`The lake ended: ${running.output()}`);
    const response = await fetch(`${url}/status`).catch(() => null);
    if (response?.ok) return;
    if (Date.now() > deadline) throw new Error(`The lake does not answer: ${running.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === "object" && address) resolve(address.port);
        else reject(new Error("No free port"));
      });
    });
  });
}
