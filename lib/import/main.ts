import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";

import { createClient } from "@sanity/client";

import { type Outcome, SourceError } from "./draft.ts";
import { listSources, readExport, readSource } from "./read-sources.ts";
import { importOutcomes } from "./run.ts";
import { readTarget } from "./settings.ts";
import { withoutSiteWords } from "./site-words.ts";

const usage = [
  "import-html DIR|FILE… [--site https://old.example] [--files DIR] [--no-remote] [--publish-undated] [--dry-run]",
  "import-wxr FILE [--files DIR] [--no-remote] [--publish-undated] [--dry-run]",
].join(" | ");

const options = {
  site: { type: "string" },
  files: { type: "string" },
  "no-remote": { type: "boolean", default: false },
  "publish-undated": { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
} as const;

type Given = ReturnType<typeof readParameters>;

function readParameters(parameters: readonly string[]) {
  try {
    return parseArgs({ args: [...parameters], options, allowPositionals: true });
  } catch (cause) {
    // Node's first sentence says what is wrong.
    const [sentence = ""] = String(cause instanceof Error ? cause.message : cause).split(/\. |\n/);
    throw new SourceError(`${sentence}. Say: ${usage}`, { cause });
  }
}

const readers: Record<string, (given: Given) => Promise<Outcome[]>> = {
  "import-wxr": async ({ positionals: [file, second], values }) => {
    if (file === undefined) throw new SourceError(`Say: ${usage}`);
    if (second !== undefined) throw new SourceError(`"${second}" is one too many. Say: ${usage}`);
    return readExport(resolve(file), resolve(values.files ?? dirname(file)));
  },
  // Read everything first: links among the pages can be told only when all are known.
  "import-html": async ({ positionals, values: { files, site } }) => {
    if (positionals.length === 0) throw new SourceError(`Say: ${usage}`);
    if (site !== undefined && !/^https?:\/\/[^/]+/.test(site))
      throw new SourceError("--site wants the old site's address, such as https://old.example");
    const outcomes: Outcome[] = [];
    for (const file of await listSources(positionals)) {
      const root = files === undefined ? file.root : resolve(files);
      // oxlint-disable-next-line no-await-in-loop -- a page fills much memory while it is read
      outcomes.push(await readSource(file, { site: site?.replace(/\/+$/, "") ?? null, root }));
    }
    return withoutSiteWords(outcomes);
  },
};

/** `import-html` and `import-wxr`: the lake's command line gives its own parameters on to this. */
async function main([command = "", ...parameters]: readonly string[]): Promise<number> {
  const target = readTarget();
  if (target === null) throw new SourceError("Run it as: npm run lake -- import-html DIR");
  const given = readParameters(parameters);
  const outcomes = await readers[command]?.(given);
  if (outcomes === undefined) throw new SourceError(`Say: ${usage}`);
  const client = createClient({
    ...target,
    apiVersion: "2025-02-19",
    perspective: "raw",
    useCdn: false,
  });
  return importOutcomes(outcomes, {
    client,
    isDryRun: given.values["dry-run"],
    isRemoteAllowed: !given.values["no-remote"],
    isUndatedPublished: given.values["publish-undated"],
    say: (line) => process.stdout.write(`${line}\n`),
  });
}

try {
  process.exitCode = (await main(process.argv.slice(2))) === 0 ? 0 : 1;
} catch (error) {
  const isExpected = error instanceof SourceError;
  console.error(isExpected ? error.message : error);
  process.exitCode = isExpected ? 2 : 1;
}
