import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { ExpectedFailure } from "./failure.ts";

const secret = z.string().min(32);
const secretsSchema = z.object({
  siteToken: secret,
  webhookSecret: secret,
  internalSecret: secret,
});

export type Secrets = z.infer<typeof secretsSchema>;

/**
 * Read `secrets.json` of the data folder, or make it on the first start (mode 0600).
 *
 * Two first starts at once agree: the file appears whole, under its name, exactly once.
 *
 * @throws when the folder cannot be written, or the file holds something else.
 */
export function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  try {
    if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    createOnce(file);
  } catch (cause) {
    throw new ExpectedFailure(`The data folder ${dataDir} cannot be written: ${String(cause)}`, {
      cause,
    });
  }
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(
      `${file} is damaged: restore it from a backup, or delete it to make a new one`,
      {
        cause,
      },
    );
  }
}

function createOnce(file: string): void {
  const draft = `${file}.${process.pid}`;
  const secrets = { siteToken: token(), webhookSecret: token(), internalSecret: token() };
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function token(): string {
  return randomBytes(32).toString("base64url");
}
