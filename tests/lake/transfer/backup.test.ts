import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { StartupError } from "../../../lib/lake/errors.ts";
import { Store } from "../../../lib/lake/store.ts";
import { backUp, restore } from "../../../lib/lake/transfer/backup.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "backup-"));
  await new Store(folder).close();
});
afterEach(() => rm(folder, { recursive: true }));

describe("restore", () => {
  it("moves the first password aside with the lake that it opens", async () => {
    const copy = join(folder, "copy");
    await backUp(folder, copy);
    await writeFile(join(folder, "first-login.txt"), "user: admin\npassword: of the old lake\n");
    const { aside } = await restore(folder, copy);
    expect(existsSync(join(folder, "first-login.txt"))).toBe(false);
    expect(await readFile(join(aside ?? "", "first-login.txt"), "utf8")).toContain("old lake");
    expect(existsSync(join(folder, "lake.db"))).toBe(true);
  });

  it("leaves nothing of a backup that is none", async () => {
    await expect(restore(folder, join(folder, "missing"))).rejects.toThrow(StartupError);
    expect(await readdir(folder)).not.toContain("lake.db.restored");
  });
});

describe("backUp", () => {
  it("refuses what is no folder, and leaves nothing beside it", async () => {
    const file = join(folder, "file");
    await writeFile(file, "mine");
    await expect(backUp(folder, file)).rejects.toThrow(/is no folder .*: name a new one/);
    expect(await readFile(file, "utf8")).toBe("mine");
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it("leaves no half copy of a lake that is damaged", async () => {
    const damaged = await mkdtemp(join(folder, "damaged-"));
    await writeFile(join(damaged, "lake.db"), "no database ".repeat(1000));
    const target = join(folder, "copy");
    await expect(backUp(damaged, target)).rejects.toThrow(/cannot be copied .*restore a backup/);
    expect(existsSync(`${target}.part`)).toBe(false);
  });
});
