import { resolve } from "node:path";

import { readArguments } from "#lake/commands/arguments.ts";
import { connect } from "#lake/commands/connect.ts";
import { LakeRefusal } from "#lake/commands/refusal.ts";
import { say, tell } from "#lake/commands/terminal.ts";
import { StartupError } from "#lake/errors.ts";
import type { Settings } from "#lake/settings.ts";
import { openArchive } from "#lake/transfer/archive-reader.ts";
import { writeArchive } from "#lake/transfer/archive-writer.ts";
import { importDocuments } from "#lake/transfer/import-documents.ts";

const exportUsage = "export [FILE.tar.gz] [--dataset NAME]";
const importUsage = "import FILE [--dataset NAME] [--missing | --replace]";

/** `export [FILE.tar.gz] [--dataset NAME]`: write a dataset with its assets; prints the file's name. */
export async function exportDataset(
  { dataDir }: Settings,
  parameters: readonly string[],
): Promise<void> {
  const { values, positionals } = readArguments(exportUsage, parameters, {
    mostValues: 1,
    options: { dataset: { type: "string", default: "production" } },
  });
  const { dataset } = values;
  const target = resolve(positionals[0] ?? `${dataset}.tar.gz`);
  const { documents, assets } = await writeArchive({ dataDir, dataset, target });
  tell(`Exported ${documents} documents and ${assets} assets`);
  say(target);
}

/**
 * `import FILE [--dataset NAME] [--missing | --replace]`: read an export into a dataset.
 *
 * A document whose id is taken is a failure, unless `--missing` leaves it or `--replace` replaces it.
 */
export async function importDataset(
  settings: Settings,
  parameters: readonly string[],
): Promise<void> {
  const { values, positionals } = readArguments(importUsage, parameters, {
    mostValues: 1,
    options: {
      dataset: { type: "string", default: "production" },
      missing: { type: "boolean", default: false },
      replace: { type: "boolean", default: false },
    },
  });
  const [file] = positionals;
  if (!file) throw new StartupError(`Say: ${importUsage}`);
  const archive = await openArchive(resolve(file));
  const connection = await connect(settings);
  try {
    const { dataset } = values;
    const existing = values.missing ? "createIfNotExists" : "create";
    const operation = values.replace ? "createOrReplace" : existing;
    await connection
      .send(`/v2025-02-19/projects/${settings.projectId}/datasets/${dataset}`, { method: "PUT" })
      .catch(ignoreExisting);
    const done = await importDocuments(archive, { connection, dataset, operation });
    tell(`Imported ${done.documents} documents and ${done.assets} assets`);
  } finally {
    await connection.close();
    await archive.close();
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof LakeRefusal && error.type === "datasetExists")) throw error;
}
