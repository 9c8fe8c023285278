import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { readSecrets } from "../../lib/server/secrets.ts";
import { distDir, shareWithSite } from "../../lib/server/settings.ts";
import type { Settings } from "../../lib/server/settings.ts";
import { stampOf } from "./stamp.ts";
import { runQuietly, step } from "./step.ts";

/** Everything `next build` reads. The lake and the front door are not among it: they run as they are. */
const sources = [
  "app",
  "components",
  "lib/card",
  "lib/content",
  "lib/i18n",
  "lib/search",
  "lib/studio",
  "lib/zh",
  "lib/env.ts",
  "lib/look.ts",
  "lib/public-types.ts",
  "lib/variables.ts",
  "lib/video-id.ts",
  "messages",
  "public",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "sanity.config.ts",
  "tsconfig.json",
];

export function isBuilt(settings: Settings): boolean {
  const file = stampFile(settings);
  return existsSync(file) && readFileSync(file, "utf8") === sourceStamp(settings);
}

export async function buildSite(settings: Settings): Promise<void> {
  shareWithSite(settings, readSecrets(settings.dataDir));
  const next = join(settings.root, "node_modules/next/dist/bin/next");
  await keepingNextEnv(settings, () =>
    step("Building the site", () =>
      runQuietly([process.execPath, next, "build"], "The build failed; why is above.", {
        cwd: settings.root,
      }),
    ),
  );
  writeFileSync(stampFile(settings), sourceStamp(settings));
}

/** `next-env.d.ts` names the types of one build; a build for the tests must not put its own in their place. */
async function keepingNextEnv({ root }: Settings, work: () => Promise<unknown>): Promise<void> {
  const file = join(root, "next-env.d.ts");
  const before = existsSync(file) ? readFileSync(file) : null;
  await work();
  if (distDir() === ".next") return;
  if (before) writeFileSync(file, before);
  else rmSync(file, { force: true });
}

function stampFile({ root }: Settings): string {
  return join(root, distDir(), ".source-stamp");
}

/** A build holds pages of one lake at one address in some scripts, so these belong to what it was made from. */
function sourceStamp({ root, siteUrl, dataDir, locales, hosted }: Settings): string {
  const place = JSON.stringify([siteUrl, dataDir, locales, hosted?.projectId, hosted?.dataset]);
  return `${place}\n${stampOf(root, sources)}`;
}
