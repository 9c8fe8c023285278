import { z } from "zod";

import { readArguments } from "#lake/commands/arguments.ts";
import { connect } from "#lake/commands/connect.ts";
import { say, tell } from "#lake/commands/terminal.ts";
import { StartupError } from "#lake/errors.ts";
import type { Settings } from "#lake/settings.ts";

const usage =
  "erase --type TYPE --before YYYY-MM-DD | erase --id ID [--id ID …]; also --dry-run, --dataset NAME";

const erasureSchema = z.object({
  ids: z.array(z.string()),
  revisions: z.number(),
  refused: z.array(z.object({ id: z.string(), reason: z.string() })),
});

/**
 * `erase`: documents for good, with their history. Prints the ids, one a line.
 *
 * @throws {StartupError} when a document is still referred to; the others are erased all the same.
 */
export async function eraseDocuments(
  settings: Settings,
  parameters: readonly string[],
): Promise<void> {
  const { values } = readArguments(usage, parameters, {
    options: {
      type: { type: "string" },
      before: { type: "string" },
      id: { type: "string", multiple: true },
      "dry-run": { type: "boolean", default: false },
      dataset: { type: "string", default: "production" },
    },
  });
  const { type, before, id: ids, dataset, "dry-run": dryRun } = values;
  const byType = type !== undefined && before !== undefined && ids === undefined;
  if (!byType && (ids === undefined || type !== undefined || before !== undefined))
    throw new StartupError(`Say: ${usage}`);
  const connection = await connect(settings);
  try {
    const answer = await connection.send(`/v2025-02-19/data/erase/${dataset}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ selection: byType ? { type, before } : { ids }, dryRun }),
    });
    const done = erasureSchema.parse(await answer.json());
    say(...done.ids);
    tell(
      dryRun
        ? `Would erase ${done.ids.length} documents`
        : `Erased ${done.ids.length} documents with ${done.revisions} revisions. Backups made before still hold them.`,
    );
    const [refused] = done.refused;
    if (refused)
      throw new StartupError(`${done.refused.length} not erased: ${refused.id}: ${refused.reason}`);
  } finally {
    await connection.close();
  }
}
