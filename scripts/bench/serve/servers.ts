import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";

import { ExpectedFailure } from "../../../lib/server/failure.ts";
import { freePort } from "../../../lib/server/free-port.ts";

export type MeasuredServer = {
  name: string;
  port: number;
  path: string;
  pid: number;
  stop(): Promise<void>;
};

/**
 * nginx with one worker, serving `html` as a file, its gzip form made beforehand.
 *
 * @throws {ExpectedFailure} when nginx is not installed.
 */
export async function startNginx(html: Buffer): Promise<MeasuredServer> {
  if (spawnSync("nginx", ["-v"]).status !== 0)
    throw new ExpectedFailure(
      "nginx is not installed, and the comparison needs it: apt-get install nginx",
    );
  const folder = mkdtempSync(join(tmpdir(), "bench-nginx-"));
  const port = await freePort();
  writeFileSync(join(folder, "article.html"), html);
  writeFileSync(join(folder, "article.html.gz"), gzipSync(html, { level: 9 }));
  writeFileSync(join(folder, "nginx.conf"), nginxConfiguration(folder, port));
  const master = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder], {
    stdio: "ignore",
  });
  await untilAnswering(port, "/article.html");
  return {
    name: "nginx",
    port,
    path: "/article.html",
    pid: childOf(master.pid ?? 0),
    async stop() {
      await end(master);
      rmSync(folder, { recursive: true });
    },
  };
}

function nginxConfiguration(folder: string, port: number): string {
  return `
daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 512; }
http {
  types { text/html html; } charset utf-8; access_log off; sendfile on; keepalive_requests 1000000;
  gzip_static on; gzip_vary on; open_file_cache max=100;
  server { listen 127.0.0.1:${port}; root ${folder}; }
}`;
}

/** The same build behind \`next start\`: no front door. */
export async function startNextAlone(
  root: string,
  path: string,
  environment: NodeJS.ProcessEnv,
): Promise<MeasuredServer> {
  const port = await freePort();
  const next = join(root, "node_modules/next/dist/bin/next");
  const child = spawn(
    process.execPath,
    [next, "start", "--port", String(port), "--hostname", "127.0.0.1"],
    {
      cwd: root,
      stdio: "ignore",
      env: { ...environment, NODE_ENV: "production", NEXT_COMPRESS: "on" },
    },
  );
  await untilAnswering(port, path);
  return { name: "Next alone", port, path, pid: child.pid ?? 0, stop: () => end(child) };
}

/** CPU time that a process has used, user and system, in µs. */
export function cpuTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * (1_000_000 / ticksPerSecond);
}

const ticksPerSecond =
  Number(spawnSync("getconf", ["CLK_TCK"], { encoding: "utf8" }).stdout) || 100;

function childOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ")[0]);
}

async function untilAnswering(port: number, path: string, patience = 300): Promise<void> {
  if (patience === 0) throw new Error(`Nothing answers on port ${port}`);
  try {
    await fetch(`http://127.0.0.1:${port}${path}`);
  } catch {
    await pause(100);
    await untilAnswering(port, path, patience - 1);
  }
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}
