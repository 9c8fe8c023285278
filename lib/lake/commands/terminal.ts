import { openAudit } from "#lake/audit.ts";
import { type Accounts, createAccounts } from "#lake/auth/accounts.ts";
import { createLog } from "#lake/log.ts";
import type { Settings } from "#lake/settings.ts";
import { openDatabase } from "#lake/store/database.ts";
import { listDatasets } from "#lake/transfer/snapshot.ts";

/** Print lines for the person or script that gave the command. */
export function say(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

/** Tell how it goes, where it does not get into a script's way. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The accounts, and how to note what was changed in them. */
export type AccountsAtHand = {
  accounts: Accounts;
  datasets: readonly string[];
  note: (change: string, subject: string) => void;
};

/** Work on the accounts of the data folder; a lake that runs sees the change with its next request. */
export async function withAccounts<T>(
  { dataDir, logLevel }: Settings,
  work: (hand: AccountsAtHand) => T | Promise<T>,
): Promise<T> {
  const db = openDatabase(dataDir);
  const audit = openAudit(dataDir, createLog(logLevel));
  try {
    const note = (change: string, subject: string) =>
      audit.record({ event: "access", change, subject });
    return await work({ accounts: createAccounts(db), datasets: listDatasets(db), note });
  } finally {
    audit.close();
    db.close();
  }
}
