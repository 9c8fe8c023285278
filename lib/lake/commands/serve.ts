import { flushCompileCache } from "node:module";

import { renewAssetAddresses } from "#lake/assets/own-addresses.ts";
import { createFirstLogin } from "#lake/auth/first-login.ts";
import { readArguments } from "#lake/commands/arguments.ts";
import { say } from "#lake/commands/terminal.ts";
import { startLake } from "#lake/server.ts";
import type { Settings } from "#lake/settings.ts";
import { tellAddress } from "#lake/store/folder-lock.ts";

const usage = "serve (its settings are in the environment, as LAKE_PORT and DATA_DIR)";

/** `serve`: run the lake until a signal ends it. The first start tells how to log in. */
export async function serve(settings: Settings, parameters: readonly string[]): Promise<void> {
  readArguments(usage, parameters, { options: {} });
  const ended = new Promise((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
  const { lake, port, close } = await startLake(settings);
  await renewAssetAddresses(lake);
  const address = `http://${settings.host}:${port}`;
  const forgetAddress = tellAddress(settings.dataDir, address);
  say(`The lake answers at ${address}`);
  const first = await createFirstLogin(lake.access.accounts, settings.dataDir);
  if (first) say(`First login: user ${first.login} password ${first.password}`);
  // A killed process writes nothing at its end, so the compiled code is kept now.
  setImmediate(flushCompileCache);
  await ended;
  forgetAddress();
  await close();
}
