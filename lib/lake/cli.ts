import { resolve } from "node:path";

import { loadEnvFiles } from "#env-files";

import { startOverThriftily } from "./commands/thrift.ts";

// Everything the lake writes is for its own user: passwords' hashes, drafts, inquiries.
process.umask(0o077);

const root = resolve(import.meta.dirname, "../..");

// Who works on the lake from the command line means the one that `npm start` runs; that one is told all it needs.
const fault = loadEnvFiles(root);
if (fault !== null) {
  console.error(fault);
  process.exit(1);
}

// Before anything else is loaded: what starts over would load it twice.
if (process.argv[2] === "serve") startOverThriftily();

const { runCommand } = await import("./commands/run.ts");
await runCommand(process.argv.slice(2));
