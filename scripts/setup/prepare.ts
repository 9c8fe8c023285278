import { resolve } from "node:path";
import { argv } from "node:process";

import { z } from "zod";

import { isExpectedFailure } from "../../lib/server/failure.ts";
import { readSettings } from "../../lib/server/settings.ts";
import { ensureBrowser, ensureChineseFont } from "./browser.ts";
import { buildSite, isBuilt } from "./build.ts";
import { isSeeded, seed, withLake } from "./seed.ts";
import { prepareTestSettings } from "./test-settings.ts";

const root = resolve(import.meta.dirname, "../..");
const mode = z.enum(["production", "development", "test"]).parse(argv[2] ?? "production");

try {
  if (mode === "test") await prepareTests();
  else await prepare();
} catch (error) {
  console.error(isExpectedFailure(error) ? error.message : error);
  process.exit(1);
}

/** Fill an empty lake and build the site against it; nothing, when both are done. */
async function prepare(): Promise<void> {
  const settings = readSettings(root, mode === "development");
  const mustSeed = settings.hosted === null && !isSeeded(settings);
  const mustBuild = mode === "production" && (mustSeed || !isBuilt(settings));
  if (!mustSeed && !mustBuild) return;
  await withLake(settings, async () => {
    if (mustSeed) await seed(settings);
    if (mustBuild) await buildSite(settings);
  });
}

/** A browser is mostly waited for; the site is built meanwhile, to its end, so that nothing of it is left running. */
async function prepareTests(): Promise<void> {
  const browser = prepareBrowser();
  browser.catch(() => {});
  await prepareTestSite();
  await browser;
}

async function prepareBrowser(): Promise<void> {
  await ensureBrowser();
  await ensureChineseFont();
}

async function prepareTestSite(): Promise<void> {
  const settings = await prepareTestSettings(root);
  if (isSeeded(settings) && isBuilt(settings)) return;
  await withLake(settings, async () => {
    if (!isSeeded(settings)) await seed(settings);
    await buildSite(settings);
  });
}
