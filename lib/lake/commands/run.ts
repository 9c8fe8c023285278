import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";

import { StartupError } from "#lake/errors.ts";
import { explainFailure } from "#lake/explain.ts";
import { type Settings, readSettings } from "#lake/settings.ts";
import { writableFolder } from "#lake/store/data-folder.ts";

type Command = (settings: Settings, parameters: readonly string[]) => Promise<void>;

const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import("./serve.ts")).serve,
  seed: async () => (await import("./seed.ts")).seed,
  token: async () => (await import("./token.ts")).token,
  user: async () => (await import("./user.ts")).user,
  export: async () => (await import("./transfer.ts")).exportDataset,
  import: async () => (await import("./transfer.ts")).importDataset,
  "import-html": async () => (await import("./import-site.ts")).importSite("import-html"),
  "import-wxr": async () => (await import("./import-site.ts")).importSite("import-wxr"),
  erase: async () => (await import("./erase.ts")).eraseDocuments,
  assets: async () => (await import("./assets.ts")).assets,
  backup: async () => (await import("./backup.ts")).backupLake,
  restore: async () => (await import("./backup.ts")).restoreLake,
};

/** The commands that may begin a lake; to all others a folder without one is a mistake in DATA_DIR. */
const beginners = new Set(["serve", "seed", "import", "import-html", "import-wxr", "restore"]);

/** Run one of the lake's commands to its end, which is the process's own. */
export async function runCommand([name = "", ...parameters]: readonly string[]): Promise<never> {
  let dataDir = "";
  try {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw new StartupError(`Say one of: ${Object.keys(commands).join(", ")}`);
    const settings = readSettings();
    ({ dataDir } = settings);
    if (beginners.has(name)) writableFolder(dataDir);
    else requireLake(dataDir);
    // A lake that was killed is back sooner with its code compiled; so this comes before most of it is loaded.
    enableCompileCache(join(settings.dataDir, "compile-cache"));
    const command = await load();
    await command(settings, parameters);
    process.exit(0);
  } catch (error) {
    console.error(explainFailure(error, dataDir) ?? error);
    process.exit(1);
  }
}

/** @throws {StartupError} when a command would make a new, empty lake instead of working on one. */
function requireLake(dataDir: string): void {
  if (existsSync(join(dataDir, "lake.db"))) return;
  throw new StartupError(
    `There is no lake in ${dataDir}: set DATA_DIR to the folder of yours, or make one with npm start`,
  );
}
