import { startOverThriftily } from "./commands/thrift.ts";

// Everything the lake writes is for its own user: passwords' hashes, drafts, inquiries.
process.umask(0o077);

// Before anything else is loaded: what starts over would load it twice.
if (process.argv[2] === "serve") startOverThriftily();

const { runCommand } = await import("./commands/run.ts");
await runCommand(process.argv.slice(2));
