import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { Writable } from "node:stream";

import { StartupError } from "#lake/errors.ts";

/** Where a password comes from, and where it is asked for. */
type Place = { input: Readable & { isTTY?: boolean }; output: Writable };

/**
 * Read a password: at a terminal unseen and twice, from a script one line of its standard input.
 *
 * @throws {StartupError} when there is none, or the two differ.
 */
export async function readPassword(
  { input, output }: Place = { input: process.stdin, output: process.stderr },
): Promise<string> {
  const isSeen = input.isTTY !== true;
  // Readline would show what is typed.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input, output: nowhere, terminal: !isSeen, historySize: 0 });
  const lines = reader[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    output.write(question);
    const { value, done } = await lines.next();
    output.write("\n");
    if (done) throw new StartupError("No password was given: type one, or leave out --ask");
    return value;
  };
  // At a terminal, where it sees the keys itself, Ctrl-C reaches nobody else.
  reader.once("SIGINT", () => reader.close());
  try {
    const password = await ask("Password: ");
    if (isSeen || password === (await ask("Once more: "))) return password;
    throw new StartupError("The two passwords differ: nothing was changed");
  } finally {
    reader.close();
  }
}
