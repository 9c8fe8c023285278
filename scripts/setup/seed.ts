import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { startLake } from "../../lib/server/lake-process.ts";
import { readSecrets } from "../../lib/server/secrets.ts";
import { lakeEnvironment } from "../../lib/server/settings.ts";
import type { Settings } from "../../lib/server/settings.ts";
import { runQuietly, step } from "./step.ts";

function seededStamp({ dataDir }: Settings): string {
  return join(dataDir, ".seeded");
}

export function isSeeded(settings: Settings): boolean {
  return existsSync(seededStamp(settings)) && existsSync(join(settings.dataDir, "lake.db"));
}

/** Fill the lake with the demo, unless it already holds something (the seed command looks). */
export async function seed(settings: Settings): Promise<void> {
  await step("Filling the lake with the demo", () =>
    runQuietly(
      [process.execPath, join(settings.root, "lib/lake/cli.ts"), "seed"],
      "The demo could not be written into the lake; why is above.",
      { cwd: settings.root, env: quietEnvironment(settings) },
    ),
  );
  writeFileSync(seededStamp(settings), new Date().toISOString());
}

/** Run `work` while the lake runs; where content lives on hosted Sanity, just run it. */
export async function withLake(settings: Settings, work: () => Promise<void>): Promise<void> {
  if (settings.hosted) return work();
  const lake = await startLake({
    root: settings.root,
    url: settings.lakeUrl,
    environment: quietEnvironment(settings),
    report: (sentence) => console.error(sentence),
    isQuiet: true,
  });
  try {
    await work();
  } finally {
    await lake.stop();
  }
}

/** No webhooks: the site that they would tell is not there yet. */
function quietEnvironment(settings: Settings): NodeJS.ProcessEnv {
  return { ...lakeEnvironment(settings, readSecrets(settings.dataDir)), LAKE_WEBHOOKS: "[]" };
}
