import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

import { createConverter } from "./converter.ts";
import { type Variant, variants } from "./variants.ts";

const usage = `Usage: npm run zh -- --to VARIANT [--from VARIANT|auto] [--jsonl] < text

Convert lines from standard input to standard output. VARIANT is one of ${variants.join(", ")}.
With --jsonl each line is a JSON value: a string, a Portable Text value, or any object that holds them.
`;

function readVariant(name: string, value: string): Variant {
  const variant = variants.find((each) => each.toLowerCase() === value.toLowerCase());
  if (!variant)
    throw new RangeError(`--${name} must be one of ${variants.join(", ")}, not "${value}"`);
  return variant;
}

function converterFromArguments() {
  const { values } = parseArgs({
    options: {
      to: { type: "string" },
      from: { type: "string" },
      jsonl: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help || !values.to) return null;
  const from = !values.from || values.from === "auto" ? "auto" : readVariant("from", values.from);
  const { convertText, convertPortableText } = createConverter({
    from,
    to: readVariant("to", values.to),
  });
  if (!values.jsonl) return convertText;
  return (line: string): string => {
    const value: unknown = JSON.parse(line);
    return JSON.stringify(
      typeof value === "string" ? convertText(value) : convertPortableText(value),
    );
  };
}

async function main(): Promise<number> {
  const convert = converterFromArguments();
  if (!convert) {
    process.stderr.write(usage);
    return 2;
  }
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    try {
      process.stdout.write(`${convert(line)}\n`);
    } catch (cause) {
      process.stderr.write(
        `Line ${number}: ${cause instanceof Error ? cause.message : String(cause)}\n`,
      );
      return 1;
    }
  }
  return 0;
}

try {
  process.exitCode = await main();
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 2;
}
