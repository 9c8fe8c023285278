import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { chromium } from "playwright-core";

import { ExpectedFailure } from "../../lib/server/failure.ts";
import { step } from "./step.ts";

/** The one without windows comes first: it is the same engine and takes half the processor time. */
const installed = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const packages = ["chromium-headless-shell", "chromium"];

/** The browser for the tests: `CHROMIUM`, an installed one, or Playwright's own; `null` when there is none that runs. */
export function findBrowser(): string | null {
  const candidates = [process.env["CHROMIUM"], ...installed.map(pathOf), playwrightsOwn()];
  return candidates.find((program) => program !== undefined && runs(program)) ?? null;
}

function pathOf(program: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** @throws {ExpectedFailure} when none is there and none can be had. */
export async function ensureBrowser(): Promise<void> {
  if (findBrowser()) return;
  const cli = join(import.meta.dirname, "../../node_modules/playwright-core/cli.js");
  await step("Downloading a browser for the tests", () =>
    quiet(process.execPath, [cli, "install", "chromium"]),
  );
  if (findBrowser()) return;
  if (isRoot())
    await step("Installing the browser of the distribution", async () => {
      for (const name of packages) if (!findBrowser()) await aptInstall(name);
    });
  if (findBrowser()) return;
  throw new ExpectedFailure(
    "The tests need a browser, and none could be had: install Chromium or Google Chrome, or set CHROMIUM to one.",
  );
}

/** Without a font for Chinese the screenshots show boxes; the tests still run. */
export async function ensureChineseFont(): Promise<void> {
  if (hasChineseFont()) return;
  if (isRoot()) await aptInstall("fontconfig", "fonts-noto-cjk");
  if (!hasChineseFont())
    console.log(
      "No font for Chinese was found: screenshots will show boxes. Install fonts-noto-cjk.",
    );
}

function hasChineseFont(): boolean {
  const { stdout } = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return process.platform === "darwin" || (stdout ?? "").trim() !== "";
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function runs(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function aptInstall(...names: string[]): Promise<void> {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await quiet("apt-get", ["update", "-q"], environment);
  await quiet("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...names], environment);
}

/** Whether it worked is seen by what is there afterwards. */
async function quiet(
  program: string,
  parameters: readonly string[],
  env = process.env,
): Promise<void> {
  await once(spawn(program, parameters, { stdio: "ignore", env }), "exit").catch(() => {});
}
