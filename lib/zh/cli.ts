import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { type ConverterOptions, createConverter } from "./converter.ts";
import { glossaryFrom } from "./glossary-file.ts";
import type { GlossaryTerm } from "./glossary.ts";
import { type Variant, variants } from "./variants.ts";

const usage = `Usage: npm run zh -- --to VARIANT [--from VARIANT|auto] [--glossary FILE] [--jsonl] < text

Convert lines from standard input to standard output. VARIANT is one of ${variants.join(", ")}.
With --jsonl each line is a JSON value: {"text": …} or {"blocks": […]}, with terms of its own in "glossary" if it has any;
a string; a Portable Text value; or any object that holds them. The same shape comes out.
FILE is a JSON list of terms: [{"forms": {"zh-Hans": "郁亮", "zh-Hant": "郁亮"}, "match": "always"}].
`;

type Convert = (line: string) => string;

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

function readVariant(name: string, value: string): Variant {
  const variant = variants.find((each) => each.toLowerCase() === value.toLowerCase());
  if (!variant)
    throw new RangeError(`--${name} must be one of ${variants.join(", ")}, not "${value}".`);
  return variant;
}

function readGlossary(path: string): GlossaryTerm[] {
  try {
    return glossaryFrom(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new Error(`The glossary ${path} cannot be used: ${messageOf(cause)}.`, { cause });
  }
}

function valuesFromArguments() {
  try {
    return parseArgs({
      options: {
        to: { type: "string" },
        from: { type: "string" },
        glossary: { type: "string" },
        jsonl: { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (cause) {
    // Node's first sentence says what is wrong, its second is about positional arguments that we do not have.
    const [sentence = ""] = messageOf(cause).split(/\. |\n/);
    throw new RangeError(`${sentence}; --help shows what there is.`, { cause });
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new SyntaxError("this is no JSON value, which --jsonl needs on every line", { cause });
  }
}

/** The terms that a line brings along; they go before the file's. */
function termsOfLine(value: unknown): GlossaryTerm[] | null {
  if (typeof value !== "object" || value === null || !("glossary" in value)) return null;
  try {
    return glossaryFrom(value.glossary);
  } catch (cause) {
    throw new RangeError(`its glossary cannot be used: ${messageOf(cause)}`, { cause });
  }
}

/** Convert a line with terms of its own, which come out as they went in. */
function convertWithTerms(value: unknown, terms: GlossaryTerm[], options: ConverterOptions) {
  const glossary = [...terms, ...(options.glossary ?? [])];
  const { convertPortableText } = createConverter({ ...options, glossary });
  if (typeof value !== "object" || value === null || !("glossary" in value)) return value;
  return { ...convertPortableText({ ...value, glossary: null }), glossary: value.glossary };
}

function converterFromArguments(): Convert | null {
  const values = valuesFromArguments();
  if (values.help || !values.to) return null;
  const options: ConverterOptions = {
    from: !values.from || values.from === "auto" ? "auto" : readVariant("from", values.from),
    to: readVariant("to", values.to),
    glossary: values.glossary ? readGlossary(values.glossary) : [],
  };
  const converter = createConverter(options);
  if (!values.jsonl) return converter.convertText;
  return (line) => {
    if (line.trim() === "") return line;
    const value = parseLine(line);
    const terms = termsOfLine(value);
    if (terms) return JSON.stringify(convertWithTerms(value, terms, options));
    return JSON.stringify(
      typeof value === "string"
        ? converter.convertText(value)
        : converter.convertPortableText(value),
    );
  };
}

/** Standard input line by line; a mark of byte order goes, and bytes that are no UTF-8 are an error. */
async function* linesOfInput(): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest: string[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    const [first = "", ...others] = decoder.decode(chunk, { stream: true }).split("\n");
    rest.push(first);
    for (const other of others) {
      yield rest.join("").replace(/\r$/u, "");
      rest = [other];
    }
  }
  const last = rest.join("") + decoder.decode();
  if (last !== "") yield last.replace(/\r$/u, "");
}

function complaint(number: number, cause: unknown): string {
  if (
    cause instanceof TypeError &&
    "code" in cause &&
    cause.code === "ERR_ENCODING_INVALID_ENCODED_DATA"
  )
    return "The text is not UTF-8; convert it first, for instance with iconv.";
  const isDeep = cause instanceof RangeError && /call stack/u.test(cause.message);
  return `Line ${number}: ${isDeep ? "the value is nested too deeply" : messageOf(cause)}.`;
}

async function main(): Promise<number> {
  const convert = converterFromArguments();
  if (!convert) {
    process.stderr.write(usage);
    return 2;
  }
  let number = 1;
  try {
    for await (const line of linesOfInput()) {
      process.stdout.write(`${convert(line)}\n`);
      number++;
    }
  } catch (cause) {
    process.stderr.write(`${complaint(number, cause)}\n`);
    return 1;
  }
  return 0;
}

// Whoever reads may stop early, as head does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  process.exitCode = await main();
} catch (cause) {
  process.stderr.write(`${messageOf(cause)}\n`);
  process.exitCode = 2;
}
