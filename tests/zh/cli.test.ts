import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "zh-"));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function zh(input: string | Uint8Array, ...options: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["lib/zh/cli.ts", ...options], {
    input,
  });
  return { out: stdout.toString(), said: stderr.toString(), status };
}

const terms = file(
  "terms.json",
  JSON.stringify([{ forms: { "zh-Hans": "后帆", "zh-Hant": "后帆" }, match: "word" }]),
);

describe("the zh command", () => {
  it("converts lines, whatever ends them", () => {
    expect(zh("头发\r\n发现", "--to", "zh-Hant")).toEqual({
      out: "頭髮\n發現\n",
      said: "",
      status: 0,
    });
  });

  it("answers nothing to nothing", () => {
    expect(zh("", "--to", "zh-Hant")).toEqual({ out: "", said: "", status: 0 });
  });

  it("converts JSON lines with a glossary, past a byte order mark and blank lines", () => {
    const input = '\uFEFF"后帆的后台"\n\n{"text":"头发"}\n';
    expect(zh(input, "--to", "zh-Hant", "--jsonl", "--glossary", terms).out).toBe(
      '"后帆的後台"\n\n{"text":"頭髮"}\n',
    );
  });

  it("takes a text or blocks with terms of their own, and answers the same shape", () => {
    const glossary = [{ forms: { "zh-Hans": "云上", "zh-Hant": "云上" } }];
    const span = (text: string) => ({ _type: "block", children: [{ _type: "span", text }] });
    const lines = [
      { text: "云上头发", glossary },
      { blocks: [span("云上头发")] },
      { blocks: [span("云上")], glossary },
    ];
    const input = lines.map((line) => JSON.stringify(line)).join("\r\n");
    const { out } = zh(input, "--to", "zh-Hant", "--jsonl");
    expect(
      out
        .trim()
        .split("\n")
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      { text: "云上頭髮", glossary },
      { blocks: [span("雲上頭髮")] },
      { blocks: [span("云上")], glossary },
    ]);
  });

  it.each([
    {
      name: "terms of a line",
      options: ["--to", "zh-Hant", "--jsonl"],
      input: '{"text":"a"}\n{"text":"b","glossary":[{"forms":{"xx":"c"}}]}',
      said: /^Line 2: its glossary cannot be used: term 1 must have forms .*\.\n$/u,
      status: 1,
    },
    {
      name: "an unknown locale",
      options: ["--to", "xx"],
      input: "",
      said: /^--to must be one of .*, not "xx"\.\n$/u,
      status: 2,
    },
    {
      name: "an unknown option",
      options: ["--nope"],
      input: "",
      said: /^Unknown option '--nope'; --help .*\.\n$/u,
      status: 2,
    },
    {
      name: "a word too many",
      options: ["--to", "zh-Hant", "x"],
      input: "",
      said: /^Unexpected argument 'x'; --help .*\.\n$/u,
      status: 2,
    },
    {
      name: "no glossary",
      options: ["--to", "zh-Hant", "--glossary", "none.json"],
      input: "",
      said: /^The glossary none\.json cannot be used: .*\.\n$/u,
      status: 2,
    },
    {
      name: "a line that is no JSON",
      options: ["--to", "zh-Hant", "--jsonl"],
      input: '"a"\n{"b":',
      said: /^Line 2: this is no JSON value, .*\.\n$/u,
      status: 1,
    },
    {
      name: "bytes that are no text",
      options: ["--to", "zh-Hant"],
      input: Uint8Array.from([0xff, 0xfe, 0x00]),
      said: /^The text is not UTF-8; .*\.\n$/u,
      status: 1,
    },
  ])("says in one sentence what is wrong with $name", ({ options, input, said, status }) => {
    const answer = zh(input, ...options);
    expect(answer.said).toMatch(said);
    expect(answer.status).toBe(status);
  });

  it("names the first term of a glossary that is none", () => {
    const wrong = file(
      "wrong.json",
      JSON.stringify([{ forms: { "zh-Hans": "甲" } }, { forms: { xx: "乙" } }]),
    );
    expect(zh("甲", "--to", "zh-Hant", "--glossary", wrong).said).toMatch(
      /: term 2 must have forms/u,
    );
  });
});
