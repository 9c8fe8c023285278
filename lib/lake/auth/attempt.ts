import type { Context } from "hono";

import { getClientAddress } from "#lake/auth/address.ts";
import { isPassword } from "#lake/auth/password.ts";
import type { Lake } from "#lake/lake.ts";
import { GateFullError } from "#lake/limits/gate.ts";

/** Why a password was not taken: it is wrong, there were too many before it, or too many come at once. */
export type Refusal =
  | { kind: "wrong" }
  | { kind: "throttled"; seconds: number }
  | { kind: "busy"; seconds: number };

/** Compare a password with the account's, slowly for those who guess; null when it is right. */
export async function attempt(
  c: Context,
  { login, password }: { login: string; password: string },
  { accounts, throttle }: Lake["access"],
): Promise<Refusal | null> {
  const address = getClientAddress(c);
  const seconds = throttle.wait(address, login);
  if (seconds > 0) return { kind: "throttled", seconds };
  // Counted before the slow comparison, or a crowd of attempts at once would all pass as the first.
  throttle.fail(address, login);
  try {
    const isRight = await isPassword(password, accounts.getPasswordHash(login));
    if (isRight) throttle.succeed(address, login);
    return isRight ? null : { kind: "wrong" };
  } catch (error) {
    if (error instanceof GateFullError) return { kind: "busy", seconds: 5 };
    throw error;
  }
}
