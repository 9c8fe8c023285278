import { resolve } from "node:path";

import { readArguments } from "#lake/commands/arguments.ts";
import { say, tell } from "#lake/commands/terminal.ts";
import { StartupError } from "#lake/errors.ts";
import type { Settings } from "#lake/settings.ts";
import { backUp, restore } from "#lake/transfer/backup.ts";

/** `backup [FOLDER]`: copy the whole lake while it runs; prints the folder. */
export async function backupLake(
  { dataDir }: Settings,
  parameters: readonly string[],
): Promise<void> {
  const [folder] = folderOf("backup [FOLDER]", parameters);
  const time = new Date().toISOString().slice(0, 19).replaceAll(/[:T]/g, "-");
  const target = resolve(folder ?? `lake-backup-${time}`);
  const { bytes, assets } = await backUp(dataDir, target);
  tell(`Backed up ${bytes} bytes and ${assets} assets`);
  say(target);
}

/** `restore FOLDER`: put a backup in the place of a lake that does not run. */
export async function restoreLake(
  { dataDir }: Settings,
  parameters: readonly string[],
): Promise<void> {
  const [folder] = folderOf("restore FOLDER", parameters);
  if (!folder) throw new StartupError("Say: restore FOLDER");
  const { aside, assets } = await restore(dataDir, resolve(folder));
  tell(`Restored the lake with ${assets} assets${aside ? `; what was there is in ${aside}` : ""}`);
}

function folderOf(usage: string, parameters: readonly string[]): string[] {
  return readArguments(usage, parameters, { options: {}, mostValues: 1 }).positionals;
}
