import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { StartupError } from "@/lib/lake/errors.ts";
import { explainFailure } from "@/lib/lake/explain.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "explain-"));
  writeFileSync(join(folder, "lake.db"), "no database ".repeat(1000));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is told of something that fails. */
function told(work: () => unknown): string | null {
  try {
    work();
  } catch (error) {
    return explainFailure(error, folder);
  }
  throw new Error("It did not fail");
}

describe("explainFailure", () => {
  it("names the file that the system refuses, and why", () => {
    const missing = join(folder, "missing");
    expect(told(() => readFileSync(missing))).toBe(`${missing} cannot be used: it is not there`);
    expect(told(() => readFileSync(folder))).toContain("it is a folder");
    expect(told(() => readFileSync(join(folder, "lake.db", "x")))).toContain("is no folder");
  });

  it("says what to do about a file of SQLite's that is damaged or not there", () => {
    const read = (name: string) => () =>
      new DatabaseSync(join(folder, name), { readOnly: true }).exec("select 1 from lake");
    expect(told(read("lake.db"))).toBe(
      `The lake's file in ${folder} cannot be used: it is damaged or no database: restore a backup`,
    );
    expect(told(read("missing.db"))).toContain("it cannot be opened");
  });

  it("hands a sentence on, and has none for a fault of ours", () => {
    expect(explainFailure(new StartupError("Say: this"), folder)).toBe("Say: this");
    expect(explainFailure(new TypeError("x is undefined"), folder)).toBeNull();
  });
});
