import { enableCompileCache } from "node:module";
import { join } from "node:path";

import { StartupError } from "#lake/errors.ts";
import { type Settings, readSettings } from "#lake/settings.ts";

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

/** Run one of the lake's commands to its end, which is the process's own. */
export async function runCommand([name = "", ...parameters]: readonly string[]): Promise<never> {
  try {
    const load = commands[name];
    if (!load) throw new StartupError(`Say one of: ${Object.keys(commands).join(", ")}`);
    const settings = readSettings();
    // A lake that was killed is back sooner with its code compiled; so this comes before most of it is loaded.
    enableCompileCache(join(settings.dataDir, "compile-cache"));
    const command = await load();
    await command(settings, parameters);
    process.exit(0);
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error);
    process.exit(1);
  }
}
