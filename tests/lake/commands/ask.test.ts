import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";

import { describe, expect, test } from "vitest";

import { readPassword } from "@/lib/lake/commands/ask.ts";

/** Ask where these keys are typed, at a terminal or not; answers what came of it and what was shown. */
async function ask(keys: string, { isTTY }: { isTTY: boolean }) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  input.end(keys);
  const outcome = await readPassword({ input, output }).catch((error: Error) => error.message);
  output.end();
  return { outcome, shown: await text(output) };
}

describe("readPassword", () => {
  test("shows nothing of what is typed at a terminal, and wants it twice", async () => {
    expect(await ask("long password\rlong password\r", { isTTY: true })).toEqual({
      outcome: "long password",
      shown: "Password: \nOnce more: \n",
    });
  });

  test("takes one line of a script", async () => {
    const { outcome } = await ask("long password\n", { isTTY: false });
    expect(outcome).toBe("long password");
  });

  test.each([
    ["two that differ", "long password\rlang password\r", true, "The two passwords differ"],
    ["Ctrl-C", "long\u0003", true, "No password was given"],
    ["an end in the middle", "long password\r", true, "No password was given"],
    ["an empty standard input", "", false, "No password was given"],
  ])("refuses %s in a sentence", async (_name, keys, isTTY, sentence) => {
    expect((await ask(keys, { isTTY })).outcome).toContain(sentence);
  });
});
