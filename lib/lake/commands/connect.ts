import type { DatabaseSync } from "node:sqlite";

import { z } from "zod";

import { createAccounts } from "#lake/auth/accounts.ts";
import { borrowToken } from "#lake/commands/borrowed-token.ts";
import { readRefusal } from "#lake/commands/refusal.ts";
import { StartupError } from "#lake/errors.ts";
import { startLake } from "#lake/server.ts";
import type { Settings } from "#lake/settings.ts";
import { openDatabase, readDatasetId } from "#lake/store/database.ts";
import { addressOf, FolderTakenError } from "#lake/store/folder-lock.ts";

/** A lake to speak to, with an administrator's rights until `close`. */
export type Connection = {
  url: string;
  token: string;
  send(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
};

const statusSchema = z.object({ datasetId: z.string() });

/**
 * Reach the lake of this data folder: the one that runs, else one started for this command alone.
 *
 * Whoever may write the folder may do everything anyway, so the command gives itself a token and
 * takes it back at the end.
 *
 * @throws {StartupError} when the port answers for another lake, or the lake that runs does not answer.
 */
export async function connect(settings: Settings): Promise<Connection> {
  const db = openDatabase(settings.dataDir);
  const accounts = createAccounts(db);
  const running = await findRunning(settings, readDatasetId(db)).catch(closing(db));
  const started = running ? null : await startOwn(settings).catch(closing(db));
  const base = running ?? `http://127.0.0.1:${started?.port}`;
  const token = borrowToken(accounts);
  return {
    url: base,
    token: token.secret,
    async send(path, init = {}) {
      const headers = new Headers(init.headers);
      headers.set("authorization", `Bearer ${token.secret}`);
      const response = await fetch(base + path, { ...init, headers });
      if (response.ok) return response;
      throw await readRefusal(response);
    },
    async close() {
      token.giveBack();
      db.close();
      await started?.close();
    },
  };
}

/** Close the file before the failure goes on. */
function closing(db: DatabaseSync): (cause: unknown) => never {
  return (cause) => {
    db.close();
    throw cause;
  };
}

async function startOwn(settings: Settings) {
  try {
    return await startLake({ ...settings, port: 0 });
  } catch (cause) {
    if (!(cause instanceof FolderTakenError)) throw cause;
    throw new StartupError(
      `A lake is running on the data folder ${settings.dataDir}, but not at port ${settings.port}: set LAKE_PORT to its port`,
      { cause },
    );
  }
}

/** The lake says where it answers; one that has not is looked for at the port of the settings. */
async function findRunning(settings: Settings, datasetId: string): Promise<string | null> {
  const told = addressOf(settings.dataDir);
  if (told !== null && (await datasetAt(told)) === datasetId) return told;
  const base = `http://${settings.host}:${settings.port}`;
  const found = await datasetAt(base);
  if (found === null) return null;
  if (found === datasetId) return base;
  throw new StartupError(
    `${base} answers for something else than this DATA_DIR: set LAKE_PORT and DATA_DIR`,
  );
}

/** The dataset that an address answers for, "" for what is no lake, `null` where nothing answers. */
async function datasetAt(base: string): Promise<string | null> {
  const response = await fetch(`${base}/status`, { signal: AbortSignal.timeout(2000) }).catch(
    () => null,
  );
  if (!response) return null;
  const status = statusSchema.safeParse(await response.json().catch(() => null));
  return status.success ? status.data.datasetId : "";
}
