import { spawn } from "node:child_process";
import { resolve } from "node:path";

import { connect } from "#lake/commands/connect.ts";
import { StartupError } from "#lake/errors.ts";
import { environmentWith, isHosted, type Settings } from "#lake/settings.ts";

/** How the importer ends when it brought nothing in and has said why. */
const saidAll = 2;

const importer = resolve(import.meta.dirname, "../../import/main.ts");

/**
 * `import-html DIR|FILE…` and `import-wxr FILE`: bring an old site's articles in.
 *
 * The importer is a program of its own that speaks Sanity's API, so that it can fill a hosted dataset as
 * well; this only tells it where the lake is.
 */
export const importSite =
  (command: "import-html" | "import-wxr") =>
  async (settings: Settings, parameters: readonly string[]): Promise<void> => {
    const program = [importer, command, ...parameters];
    const connection = isHosted() ? null : await connect(settings);
    const told: Record<string, string> = connection
      ? { IMPORT_LAKE_URL: connection.url, IMPORT_LAKE_TOKEN: connection.token }
      : {};
    const code = await run(program, told).finally(() => connection?.close());
    if (code === saidAll) process.exit(1);
    if (code !== 0) throw new StartupError("Not everything was brought in: see above");
  };

function run(
  parameters: readonly string[],
  told: Record<string, string> = {},
): Promise<number | null> {
  const env = environmentWith(told);
  const child = spawn(process.execPath, [...parameters], { stdio: "inherit", env });
  return new Promise((done, fail) => {
    child.once("exit", done);
    child.once("error", fail);
  });
}
