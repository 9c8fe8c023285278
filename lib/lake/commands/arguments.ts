import { type ParseArgsConfig, parseArgs } from "node:util";

import { StartupError } from "#lake/errors.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

type Expected<Given extends Options> = {
  options: Given;
  /** How many values without a name there may be. */
  mostValues?: number;
};

/**
 * Read what a command was given.
 *
 * @throws {StartupError} with the first word that does not fit, and with what to say instead.
 */
export function readArguments<Given extends Options>(
  usage: string,
  parameters: readonly string[],
  { options, mostValues = 0 }: Expected<Given>,
) {
  try {
    const read = parseArgs({ args: [...parameters], allowPositionals: true, options });
    const unexpected = read.positionals[mostValues];
    if (unexpected === undefined) return read;
    throw new RangeError(`"${unexpected}" is one too many`);
  } catch (cause) {
    // Node's first sentence says what is wrong, its second how a value is written that begins with a dash.
    const [sentence = ""] = String(cause instanceof Error ? cause.message : cause).split(/\. |\n/);
    throw new StartupError(`${sentence}. Say: ${usage}`, { cause });
  }
}
