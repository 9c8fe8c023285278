import { readdirSync } from "node:fs";
import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, startLakeProcess } from "./lake-process.ts";
import { runCommand } from "./run-command.ts";

let lake: LakeProcess;
const ids: Record<string, string> = {};
beforeAll(async () => {
  lake = await startLakeProcess();
  const client = lake.client();
  for (const name of ["published", "draft", "inquiry", "nobody"]) {
    const { _id } = await client.assets.upload("file", Buffer.from(name), { filename: "a.txt" });
    ids[name] = _id;
  }
  const asset = (name: string) => ({ asset: { _type: "reference", _ref: ids[name] ?? "" } });
  await client
    .transaction()
    .create({ _id: "article", _type: "article", files: [{ _key: "a", ...asset("published") }] })
    .create({ _id: "drafts.other", _type: "article", file: asset("draft") })
    .create({ _id: "inquiry.1", _type: "inquiry", file: asset("inquiry") })
    .commit();
  // What a crash may leave behind, from long ago.
  const incoming = join(lake.dataDir, "assets", "incoming");
  await mkdir(incoming, { recursive: true });
  await writeFile(join(incoming, "half"), "half a file");
  await utimes(join(incoming, "half"), 0, 0);
});
afterAll(() => lake.remove());

const gc = (...options: string[]) =>
  runCommand(["assets", "gc", ...options], {
    environment: { DATA_DIR: lake.dataDir, LAKE_PORT: String(lake.port) },
  });
const files = () =>
  readdirSync(join(lake.dataDir, "assets"), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  );
const documents = () => lake.client().fetch<string[]>('*[_type == "sanity.fileAsset"]._id');

describe("assets gc", () => {
  it("leaves what is young, for it may be in a form that is not saved yet", async () => {
    const { code, stdout, stderr } = await gc("--dry-run");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain("Would remove 0 assets and 1 files");
  });

  it("names what nothing refers to, and removes nothing in a dry run", async () => {
    const { code, stdout } = await gc("--dry-run", "--days", "0");
    expect({ code, stdout }).toEqual({ code: 0, stdout: `production\t${ids["nobody"]}\n` });
    expect(await documents()).toHaveLength(4);
    expect(files()).toHaveLength(5);
  });

  it("removes just that, with its bytes", async () => {
    const { code, stdout } = await gc("--days", "0");
    expect({ code, stdout }).toEqual({ code: 0, stdout: `production\t${ids["nobody"]}\n` });
    const kept = ["published", "draft", "inquiry"].map((name) => ids[name]);
    expect((await documents()).toSorted()).toEqual(kept.toSorted());
    expect(files()).toHaveLength(3);
    expect((await gc("--days", "0")).stdout).toBe("");
  });

  it.each(["", "--days x", "everything"])("says what to say to %j", async (parameters) => {
    const { code, stderr } = await runCommand(["assets", ...parameters.split(" ")], {
      environment: { DATA_DIR: lake.dataDir },
    });
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Say/) });
  });
});
