import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { z } from "zod";

import { readArguments } from "#lake/commands/arguments.ts";
import { type Connection, connect } from "#lake/commands/connect.ts";
import { tell } from "#lake/commands/terminal.ts";
import { StartupError } from "#lake/errors.ts";
import type { Settings } from "#lake/settings.ts";
import type { Placeholder } from "#lake/transfer/asset-placeholders.ts";
import { importDocuments } from "#lake/transfer/import-documents.ts";

const moduleSchema = z.object({
  documents: z.custom<(now: Date) => unknown>((value) => typeof value === "function"),
});
const documentsSchema = z.array(z.looseObject({ _type: z.string() }));
const countSchema = z.object({ result: z.number() });
const dataset = "production";
const whatToName = "name a module that exports documents(now)";

/**
 * `seed [MODULE]`: fill an empty dataset with the documents that a module makes, `demo/documents.ts` by default.
 *
 * A dataset that holds anything is left as it is, and that is no failure: a second start must not
 * undo an editor's work.
 */
export async function seed(settings: Settings, parameters: readonly string[]): Promise<void> {
  const given = readArguments("seed [MODULE]", parameters, { options: {}, mostValues: 1 });
  const [module = "demo/documents.ts"] = given.positionals;
  const path = resolve(module);
  if (!existsSync(path)) throw new StartupError(`There is no ${path}: ${whatToName}`);
  const connection = await connect(settings);
  try {
    const held = await countDocuments(connection);
    if (held > 0) return tell(`The dataset holds ${held} documents already: nothing to seed`);
    const documents = await loadDocuments(path);
    const base = pathToFileURL(`${dirname(path)}/`);
    const source = {
      documents: () => documents,
      readAsset: async ({ url }: Placeholder) => {
        const file = fileURLToPath(new URL(url.replace(/^file:\/\/(?=\.)/, ""), base));
        return { body: new Uint8Array(await readFile(file)), filename: basename(file) };
      },
    };
    const done = await importDocuments(source, {
      connection,
      dataset,
      operation: "createOrReplace",
    });
    tell(`Seeded ${done.documents} documents and ${done.assets} assets`);
  } finally {
    await connection.close();
  }
}

async function countDocuments(connection: Connection): Promise<number> {
  const query = new URLSearchParams({ query: "count(*)", perspective: "raw" });
  const response = await connection.send(`/v2025-02-19/data/query/${dataset}?${query}`);
  return countSchema.parse(await response.json()).result;
}

async function loadDocuments(path: string) {
  const loaded: unknown = await import(pathToFileURL(path).href).catch((cause: unknown) => {
    const [reason] = String(cause).split("\n");
    throw new StartupError(`${path} cannot be loaded (${reason}): ${whatToName}`, { cause });
  });
  const seeds = moduleSchema.safeParse(loaded);
  if (!seeds.success) throw new StartupError(`${path} is no seed: ${whatToName}`);
  const documents = documentsSchema.safeParse(seeds.data.documents(new Date()));
  if (documents.success) return documents.data;
  const place = documents.error.issues[0]?.path.join(".") ?? "";
  throw new StartupError(`${path} makes something that is no document with a _type (at ${place})`);
}
