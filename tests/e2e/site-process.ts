import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { freePort, isFree } from "../../lib/server/free-port.ts";
import { readPlace, testDataDir, testDistDir } from "../../scripts/setup/test-settings.ts";

const root = resolve(import.meta.dirname, "../..");
const secretsSchema = z.object({ siteToken: z.string() });

/** What a test may know of a running site; plain data, so that vitest can hand it to the test files. */
export type RunningSite = {
  /** The public address, without a slash at the end. */
  url: string;
  /** The lake on its own port, as a program reaches it. */
  lakeUrl: string;
  dataDir: string;
  /** Its own copy of the build, relative to the project. */
  distDir: string;
  login: { user: string; password: string };
  /** A bearer token of the lake with an editor's rights. */
  token: string;
  pid: number;
  /** Everything it printed. */
  log: string;
};

export type SiteProcess = RunningSite & { stop(): Promise<void> };

export type SiteProcessOptions = {
  /** Over what the harness sets, e.g. `{ LEAN_HTML: "off" }`. */
  environment?: Record<string, string>;
  /** Start with an empty lake instead of the demo. */
  isEmpty?: boolean;
  /** At the address that the build was made for, which its pages name. There is one; all other sites take any free port. */
  isAtHome?: boolean;
};

/**
 * Start the built site as `npm start` does, with a copy of the build and of the filled lake for itself alone:
 * pages generated while it runs stay in its copy.
 *
 * @throws with what it printed, when it has not become healthy within a minute.
 */
export async function startSiteProcess(options: SiteProcessOptions = {}): Promise<SiteProcess> {
  const place = readPlace(root);
  if (place === null || !existsSync(join(root, testDistDir, "BUILD_ID")))
    throw new Error("There is no build for the tests: run `node scripts/setup.mjs --test`");
  const name = `${process.pid}-${Date.now().toString(36)}`;
  const distDir = `.next-e2e-${name}`;
  const dataDir = join(root, ".artifacts", `e2e-${name}`);
  await Promise.all([copyBuild(distDir), copyLake(dataDir, options)]);
  const port = options.isAtHome && (await isFree(place.port)) ? place.port : await freePort();
  const lakePort = await freePort();
  const log = join(root, ".artifacts", `e2e-${name}.log`);
  const child = launch(log, {
    PORT: String(port),
    LAKE_PORT: String(lakePort),
    DATA_DIR: dataDir,
    NEXT_DIST_DIR: distDir,
    SITE_URL: `http://localhost:${port}`,
    // So that every visitor of a test can have an address of his own.
    TRUSTED_PROXIES: "1",
    ...options.environment,
  });
  const clean = () => removeAll([join(root, distDir), dataDir]);
  await untilHealthy(child, `http://localhost:${port}`, log).catch(async (error: unknown) => {
    await end(child);
    await clean();
    throw error;
  });
  return {
    url: `http://localhost:${port}`,
    lakeUrl: `http://127.0.0.1:${lakePort}`,
    dataDir,
    distDir,
    ...(await credentials(dataDir)),
    pid: child.pid ?? 0,
    log,
    async stop() {
      await end(child);
      await clean();
    },
  };
}

async function copyBuild(distDir: string): Promise<void> {
  const from = join(root, testDistDir);
  await cp(from, join(root, distDir), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) =>
      path === from ||
      !["cache", "types", "diagnostics"].includes(basename(path)) ||
      path.includes("server"),
  });
}

async function copyLake(dataDir: string, { isEmpty = false }: SiteProcessOptions): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  if (!isEmpty) await cp(join(root, testDataDir), dataDir, { recursive: true });
}

function launch(log: string, environment: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [join(root, "lib/server/main.ts")], {
    cwd: root,
    env: { ...withoutVitest(process.env), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const file = createWriteStream(log, { flags: "a" });
  child.stdout?.pipe(file, { end: false });
  child.stderr?.pipe(file, { end: false });
  return child;
}

/** vitest marks its environment (NODE_ENV=test, …); the site must not notice that it is tested. */
function withoutVitest(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !testers.test(name));
  return { NODE_ENV: "production", ...Object.fromEntries(kept) };
}

const testers = /^(?:VITEST|NODE_ENV$|TEST$|npm_lifecycle|SANITY_|SITE_URL$)/;

async function untilHealthy(child: ChildProcess, url: string, log: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  const look = async (): Promise<void> => {
    if (await answersWell(`${url}/api/health`)) return;
    if (Date.now() > deadline || child.exitCode !== null)
      throw new Error(`The site did not become healthy:\n${await readFile(log, "utf8")}`);
    await pause(100);
    await look();
  };
  await look();
}

async function answersWell(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

async function credentials(dataDir: string): Promise<Pick<RunningSite, "login" | "token">> {
  const secrets = secretsSchema.parse(
    JSON.parse(await readFile(join(dataDir, "secrets.json"), "utf8")),
  );
  const file = join(dataDir, "first-login.txt");
  const words = existsSync(file) ? await readFile(file, "utf8") : "";
  const field = (name: string) => new RegExp(`^${name}: (.+)$`, "m").exec(words)?.[1] ?? "";
  return { login: { user: field("user"), password: field("password") }, token: secrets.siteToken };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

async function removeAll(paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true, maxRetries: 3 })));
}
