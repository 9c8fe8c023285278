import { z } from "zod";

import { readArguments } from "#lake/commands/arguments.ts";
import { connect } from "#lake/commands/connect.ts";
import { say, tell } from "#lake/commands/terminal.ts";
import { publishedId } from "#lake/document.ts";
import { StartupError } from "#lake/errors.ts";
import type { Settings } from "#lake/settings.ts";

const usage =
  "erase --type TYPE --before YYYY-MM-DD | erase --id ID [--id ID …]; also --dry-run, --dataset NAME";

const timeSchema = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

const erasureSchema = z.object({
  ids: z.array(z.string()),
  revisions: z.number(),
  refused: z.array(z.object({ id: z.string(), reason: z.string() })),
});

/**
 * `erase`: documents for good, with their history. Prints the ids, one a line.
 *
 * @throws {StartupError} when a document is still referred to, or is not there; the others are erased all the same.
 */
export async function eraseDocuments(
  settings: Settings,
  parameters: readonly string[],
): Promise<void> {
  const { dataset, dryRun, selection } = readOptions(parameters);
  const connection = await connect(settings);
  try {
    const answer = await connection.send(`/v2025-02-19/data/erase/${dataset}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ selection, dryRun }),
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
    const asked = "ids" in selection ? selection.ids : [];
    const missing = asked.filter((id) => !done.ids.includes(publishedId(id)));
    if (missing.length > 0) throw new StartupError(`There is no document ${missing.join(", ")}`);
  } finally {
    await connection.close();
  }
}

function readOptions(parameters: readonly string[]) {
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
  if (ids !== undefined && type === undefined && before === undefined)
    return { dataset, dryRun, selection: { ids } };
  if (type === undefined || before === undefined || ids !== undefined)
    throw new StartupError(`Say: ${usage}`);
  if (!timeSchema.safeParse(before).success)
    throw new StartupError(`--before wants a date like 2026-01-31, not "${before}"`);
  return { dataset, dryRun, selection: { type, before } };
}
