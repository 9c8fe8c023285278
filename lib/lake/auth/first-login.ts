import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Accounts } from "#lake/auth/accounts.ts";
import { hashPassword, randomPassword } from "#lake/auth/password.ts";

const fileIn = (dataDir: string) => join(dataDir, "first-login.txt");

/**
 * Make the first administrator when there is no user at all; answers how to log in, else null.
 *
 * The password is random, is told here once, and stays in `DATA_DIR/first-login.txt`, readable by the
 * operator alone, until it is changed.
 */
export async function createFirstLogin(
  accounts: Accounts,
  dataDir: string,
): Promise<{ login: string; password: string } | null> {
  if (accounts.listUsers().length > 0) return null;
  const [login, password] = ["admin", randomPassword()];
  const passwordHash = await hashPassword(password);
  // Written first: a crash in between must not leave an account nobody can use.
  await writeFile(fileIn(dataDir), `user: ${login}\npassword: ${password}\n`, { mode: 0o600 });
  accounts.createUser({ login, name: "管理员", role: "administrator", passwordHash });
  return { login, password };
}

/** Forget the printed password once somebody has set another. */
export function removeFirstLogin(dataDir: string): Promise<void> {
  return rm(fileIn(dataDir), { force: true });
}
