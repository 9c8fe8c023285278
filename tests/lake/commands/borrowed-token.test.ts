import { expect, test } from "vitest";

import { createAccounts } from "@/lib/lake/auth/accounts.ts";
import { borrowToken } from "@/lib/lake/commands/borrowed-token.ts";
import { openDatabase } from "@/lib/lake/store/database.ts";

const day = 24 * 60 * 60 * 1000;

test("a command's token is gone after it, and one that was left behind a day later", () => {
  const db = openDatabase(":memory:");
  const accounts = createAccounts(db);
  accounts.createAccessToken({ label: "command line", role: "viewer", dataset: null });
  // Both may be made within one millisecond.
  const labels = () =>
    accounts
      .listAccessTokens()
      .map(({ label }) => label)
      .toSorted();
  const leftBehind = borrowToken(accounts);
  borrowToken(accounts).giveBack();
  expect(labels()).toEqual(["command line", "command line, while it runs"]);
  borrowToken(accounts, Date.now() + 2 * day).giveBack();
  expect(labels()).toEqual(["command line"]);
  leftBehind.giveBack();
  db.close();
});
