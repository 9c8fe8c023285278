import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { ExpectedFailure } from "./failure.ts";

const statusSchema = z.object({ status: z.literal("ok"), datasetId: z.string().optional() });

export type LakeProcess = {
  pid(): number | undefined;
  /** SIGTERM, then SIGKILL when that is not enough. */
  stop(): Promise<void>;
};

export type LakeOptions = {
  root: string;
  url: string;
  environment: NodeJS.ProcessEnv;
  /** Hear that it died and is started again, or hangs and is ended. */
  report(sentence: string): void;
  /** Keep what it prints to standard output to ourselves. */
  isQuiet?: boolean;
  patience?: Partial<Patience>;
};

type Patience = { start: number; look: number; silence: number; longestPause: number };

const usualPatience: Patience = {
  start: 30_000,
  look: 5_000,
  silence: 30_000,
  longestPause: 10_000,
};

/**
 * Start the lake and keep it running: it is started again when it dies, ever later when it keeps dying,
 * and ended when it has not answered for half a minute.
 *
 * @throws {ExpectedFailure} when it does not come up the first time.
 */
export async function startLake(options: LakeOptions): Promise<LakeProcess> {
  const patience = { ...usualPatience, ...options.patience };
  let child = launch(options);
  let isStopping = false;
  let failures = 0;

  function watch(): void {
    const bornAt = Date.now();
    child.once("exit", (code, signal) => {
      if (isStopping) return;
      failures = Date.now() - bornAt > 30_000 ? 0 : failures + 1;
      const wait = Math.min(100 * 2 ** failures, patience.longestPause);
      options.report(
        `The lake ended (${signal ?? `code ${code}`}); starting it again in ${wait / 1000} s.`,
      );
      setTimeout(() => {
        if (isStopping) return;
        child = launch(options);
        watch();
      }, wait).unref();
    });
  }

  await firstStart(child, options, patience);
  watch();
  const looking = watchSilence(options, patience, () => child.kill("SIGKILL"));
  return {
    pid: () => child.pid,
    async stop() {
      isStopping = true;
      clearInterval(looking);
      await end(child);
    },
  };
}

function launch({ root, environment, isQuiet }: LakeOptions): ChildProcess {
  const preload = join(import.meta.dirname, "with-parent.ts");
  const own = ["--max-semi-space-size=4", "--import", preload];
  return spawn(process.execPath, [...own, join(root, "lib/lake/cli.ts"), "serve"], {
    cwd: root,
    env: environment,
    stdio: ["pipe", isQuiet ? "ignore" : "inherit", "inherit"],
    // its own group, so that Ctrl-C reaches us alone and we end it last
    detached: true,
  });
}

async function firstStart(
  child: ChildProcess,
  { url }: LakeOptions,
  { start }: Patience,
): Promise<void> {
  const exited = once(child, "exit").then(([code]) => {
    throw new ExpectedFailure(`The lake did not start (code ${code}); its own words are above.`);
  });
  const ready = waitUntilReady(url, start);
  try {
    await Promise.race([exited, ready.done]);
  } catch (error) {
    await end(child);
    throw error;
  } finally {
    ready.cancel();
    exited.catch(() => {});
  }
}

function waitUntilReady(url: string, limit: number): { done: Promise<void>; cancel(): void } {
  let isCancelled = false;
  const deadline = Date.now() + limit;
  const look = async (): Promise<void> => {
    if (isCancelled || (await isAnswering(url, 2_000))) return;
    if (Date.now() > deadline)
      throw new ExpectedFailure(`The lake has not answered within ${limit / 1000} s.`);
    await pause(50);
    return look();
  };
  return { done: look(), cancel: () => void (isCancelled = true) };
}

export async function isAnswering(url: string, limit: number): Promise<boolean> {
  try {
    const response = await fetch(`${url}/status`, { signal: AbortSignal.timeout(limit) });
    return statusSchema.safeParse(await response.json()).success;
  } catch {
    return false;
  }
}

function watchSilence(
  options: LakeOptions,
  { look, silence }: Patience,
  endIt: () => void,
): NodeJS.Timeout {
  let lastHeard = Date.now();
  const listen = async (): Promise<void> => {
    if (await isAnswering(options.url, look)) lastHeard = Date.now();
    if (Date.now() - lastHeard < silence) return;
    lastHeard = Date.now();
    options.report(`The lake has not answered for ${silence / 1000} s; ending it.`);
    endIt();
  };
  return setInterval(() => void listen(), look).unref();
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 3_000);
  await exited;
  clearTimeout(hard);
}
