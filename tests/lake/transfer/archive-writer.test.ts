import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { StartupError } from "../../../lib/lake/errors.ts";
import { Store } from "../../../lib/lake/store.ts";
import { writeArchive } from "../../../lib/lake/transfer/archive-writer.ts";

let dataDir = "";
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "archive-writer-"));
  const store = new Store(dataDir);
  await store.write(() => store.createDataset("production"));
  await store.close();
});
afterEach(() => rm(dataDir, { recursive: true }));

/** What is said of an export that is refused, and which files are left of it. */
async function refused(given: { dataset?: string; file?: string }) {
  const before = readdirSync(dataDir);
  const target = join(dataDir, given.file ?? "export.tar.gz");
  const writing = writeArchive({ dataDir, dataset: given.dataset ?? "production", target });
  const error = await writing.catch((cause: unknown) => cause);
  const left = readdirSync(dataDir).filter((name) => !before.includes(name));
  return { sentence: error instanceof StartupError ? error.message : String(error), left };
}

describe("writeArchive refuses, and writes no file,", () => {
  it.each([
    [
      { dataset: "typo" },
      "a dataset that is not there",
      /^There is no dataset "typo"; there are: p/,
    ],
    [{ file: "." }, "a folder in the file's place", /^\/.* is no file: name one$/],
    [
      { file: "no/export.tar.gz" },
      "a folder that is not there",
      /^There is no folder .*no: make it/,
    ],
  ])("%j: %s", async (given, _name, sentence) => {
    const { sentence: said, left } = await refused(given);
    expect(said).toMatch(sentence);
    expect(left.filter((name) => !name.startsWith("lake.db-"))).toEqual([]);
  });

  it("a lake that a newer program has written", async () => {
    const db = new DatabaseSync(join(dataDir, "lake.db"));
    db.exec("pragma user_version = 99");
    db.close();
    expect((await refused({})).sentence).toMatch(/schema version 99, .* run the newer program/);
  });
});
