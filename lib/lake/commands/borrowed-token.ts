import type { Accounts } from "#lake/auth/accounts.ts";

/** Tells these tokens from those that somebody made; see `token list`. */
const label = "command line, while it runs";
const longest = 24 * 60 * 60 * 1000;

type BorrowedToken = { secret: string; giveBack(): void };

/**
 * Make an administrator's token for this process alone.
 *
 * It is taken back by `giveBack`, or when Ctrl-C or SIGTERM ends the process; the one of a process that was killed
 * is taken back by the next command a day later, when its process is surely gone.
 */
export function borrowToken(accounts: Accounts, now = Date.now()): BorrowedToken {
  for (const old of accounts.listAccessTokens())
    if (old.label === label && old.createdAt < now - longest) accounts.revokeAccessToken(old.id);
  const { id, secret } = accounts.createAccessToken({
    label,
    role: "administrator",
    dataset: null,
  });
  const end = (signal: NodeJS.Signals) => {
    accounts.revokeAccessToken(id);
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  return {
    secret,
    giveBack() {
      process.off("SIGINT", end);
      process.off("SIGTERM", end);
      accounts.revokeAccessToken(id);
    },
  };
}
