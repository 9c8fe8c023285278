import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

import { findBrowser } from "../../scripts/setup/browser.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // Pages of one visitor share what the browser has compiled, as long as one of them is open.
  "--process-per-site",
];

let launched: Promise<Browser> | undefined;

/** Windows of tests are closed before it pays to compile their scripts well: half the processor time goes into that. */
const hasty = "--js-flags=--max-lazy --no-maglev --no-turbofan";

/** One browser for all test files of a process; it ends with the process. */
export const sharedBrowser = (): Promise<Browser> => (launched ??= launchBrowser([hasty]));

/** A headless browser that asks nobody for anything by itself. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No browser: run `node scripts/setup.mjs --test`");
  return chromium.launch({ executablePath, args: [...flags, ...more] });
}
