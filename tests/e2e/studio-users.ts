import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";

import type { RunningSite } from "./site-process.ts";

const root = resolve(import.meta.dirname, "../..");

export type Login = RunningSite["login"];

/** Make a user of the Studio as an operator does; the command prints the password it made up. */
export async function createUser(
  { dataDir }: Pick<RunningSite, "dataDir">,
  { user, name, role }: { user: string; name: string; role: string },
): Promise<Login> {
  const lake = resolve(root, "lib/lake/cli.ts");
  const words = [lake, "user", "create", user, "--name", name, "--role", role];
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
  });
  return { user, password: stdout.trim() };
}
