import { enableCompileCache } from "node:module";
import { join } from "node:path";

import { startOverThriftily } from "./commands/thrift.ts";
import { StartupError } from "./errors.ts";
import { type Settings, environment, readSettings } from "./settings.ts";

type Command = (settings: Settings, parameters: readonly string[]) => Promise<void>;

const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import("./commands/serve.ts")).serve,
  seed: async () => (await import("./commands/seed.ts")).seed,
  token: async () => (await import("./commands/token.ts")).token,
  user: async () => (await import("./commands/user.ts")).user,
  export: async () => (await import("./commands/transfer.ts")).exportDataset,
  import: async () => (await import("./commands/transfer.ts")).importDataset,
  "import-html": async () => (await import("./commands/import-site.ts")).importSite("import-html"),
  "import-wxr": async () => (await import("./commands/import-site.ts")).importSite("import-wxr"),
  erase: async () => (await import("./commands/erase.ts")).eraseDocuments,
  assets: async () => (await import("./commands/assets.ts")).assets,
  backup: async () => (await import("./commands/backup.ts")).backupLake,
  restore: async () => (await import("./commands/backup.ts")).restoreLake,
};

// Everything the lake writes is for its own user: passwords' hashes, drafts, inquiries.
process.umask(0o077);

const [name = "", ...parameters] = process.argv.slice(2);
if (name === "serve") startOverThriftily(environment());
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
