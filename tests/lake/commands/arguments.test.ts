import { describe, expect, test } from "vitest";

import { readArguments } from "@/lib/lake/commands/arguments.ts";
import { StartupError } from "@/lib/lake/errors.ts";

const usage = "fetch FILE [--dataset NAME] [--all]";
const expected = {
  options: { dataset: { type: "string", default: "production" }, all: { type: "boolean" } },
  mostValues: 1,
} as const;
const read = (...parameters: string[]) => readArguments(usage, parameters, expected);

describe("readArguments", () => {
  test("reads values and options", () => {
    const { values, positionals } = read("a.tar.gz", "--dataset", "staging");
    expect(values).toMatchObject({ dataset: "staging" });
    expect(positionals).toEqual(["a.tar.gz"]);
  });

  test.each([
    [["--data"], "Unknown option '--data'."],
    [["--dataset"], "Option '--dataset <value>' argument missing."],
    [["--all=yes"], "Option '--all' does not take an argument."],
    [["a", "b", "c"], '"b" is one too many.'],
  ])("answers %j with one sentence and what to say instead", (parameters, sentence) => {
    const refuse = () => read(...parameters);
    expect(refuse).toThrow(StartupError);
    expect(refuse).toThrow(new RegExp(`^${RegExp.escape(`${sentence} Say: ${usage}`)}$`, "u"));
  });
});
