import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { runCommand } from "./run-command.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lake-commands-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("a command that is given what it does not know", () => {
  it.each([
    "serve",
    "seed",
    "token create",
    "token list",
    "user create",
    "export",
    "import",
    "import-html",
    "import-wxr",
    "erase",
    "assets gc",
    "backup",
    "restore",
  ])("%s says in one line what it can be given", async (command) => {
    const environment = { DATA_DIR: join(folder, command), LAKE_PORT: "0" };
    const { code, stdout, stderr } = await runCommand([...command.split(" "), "--nonsense"], {
      environment,
    });
    const [name = ""] = command.split(" ");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trim()).toMatch(
      new RegExp(`^Unknown option '--nonsense'\\. Say: .*${name}.*$`, "u"),
    );
  });
});
