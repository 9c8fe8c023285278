import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { Store } from "../../lib/lake/store.ts";
import { runCommand } from "./run-command.ts";

const root = resolve(import.meta.dirname, "../..");
let folder = "";
/** A lake that does not run and holds nothing. */
let environment = { DATA_DIR: "", LAKE_PORT: "0" };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lake-commands-test-"));
  environment = { ...environment, DATA_DIR: join(folder, "lake") };
  const store = new Store(environment.DATA_DIR);
  await store.write(() => store.createDataset("production"));
  await store.close();
});
afterAll(() => rm(folder, { recursive: true }));

const listTokens = async () => (await runCommand(["token", "list"], { environment })).stdout;

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
    const { code, stdout, stderr } = await runCommand([...command.split(" "), "--nonsense"], {
      environment,
    });
    const [name = ""] = command.split(" ");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trim()).toMatch(
      new RegExp(`^Unknown option '--nonsense'\\. Say: .*${name}.*$`, "u"),
    );
  });

  it.each([
    ["constructor", /^Say one of: serve, /],
    ["user constructor", /^Say: user create /],
    ["seed nowhere.ts", /^There is no .*nowhere\.ts: name a module that exports documents\(now\)$/],
    ["seed README.md", /^.*README\.md cannot be loaded \([^\n]*\): name a module /],
    ["erase --type inquiry --before yesterday", /^--before wants a date like 2026-01-31, not "y/],
    ["erase --id typo", /\nThere is no document typo$/],
    ["token create --dataset typo", /^There is no dataset "typo"; there are: production$/],
    ["export --dataset typo", /^There is no dataset "typo"; there are: production$/],
    ["import tests", /^.*tests is a folder: name the file of an export$/],
    ["backup /proc/backup", /^\/proc\/backup\.part cannot be made: [^\n]+$/],
    ["user create bob --ask", /\nNo password was given: type one, or leave out --ask$/],
  ])("%s is answered with a sentence and no success", async (command, sentence) => {
    const { code, stdout, stderr } = await runCommand(command.split(" "), { environment });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trim()).toMatch(sentence);
    expect(stderr.trim().split("\n").length).toBeLessThan(3);
  });
});

describe("a command that wants a lake", () => {
  it.each(["user create anna", "token create", "backup", "export", "erase --id a", "assets gc"])(
    "%s begins none where there is none",
    async (command) => {
      const dataDir = join(folder, "nothing");
      const { code, stdout, stderr } = await runCommand(command.split(" "), {
        environment: { DATA_DIR: dataDir },
      });
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(/^There is no lake in .*nothing: set DATA_DIR to [^\n]+\n$/);
      expect(existsSync(dataDir)).toBe(false);
    },
  );

  it("finds the one that .env.local and .env name, unless the environment names another", async () => {
    const clone = join(folder, "clone");
    mkdirSync(join(clone, "lib"), { recursive: true });
    for (const name of ["package.json", "lib/lake", "lib/env-files.ts"])
      cpSync(join(root, name), join(clone, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
    writeFileSync(join(clone, ".env"), "DATA_DIR=../lake\nLAKE_LOG=loud\n");
    writeFileSync(join(clone, ".env.local"), "LAKE_LOG=silent\n");
    const list = (given: Record<string, string>) =>
      runCommand(["user", "list"], {
        environment: given,
        entry: join(clone, "lib/lake/cli.ts"),
      });
    expect(await list({})).toEqual({ code: 0, stdout: "", stderr: "" });
    expect((await list({ DATA_DIR: join(folder, "nothing") })).stderr).toContain("nothing");
    expect(readdirSync(clone)).not.toContain(".data");
  });
});

describe("the token that a command gives itself", () => {
  it("is gone after what the lake refuses, which is told in one line", async () => {
    const file = join(folder, "twice.ndjson");
    await writeFile(file, '{"_id":"a","_type":"note"}\n{"_id":"a","_type":"note"}\n');
    const { code, stderr } = await runCommand(["import", file], { environment });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The lake refused: [^{\n]*"a"[^{\n]*\n$/);
    expect(await listTokens()).toBe("");
  });

  it.each(["SIGINT", "SIGTERM"] as const)("is gone after %s", async (signal) => {
    const source = (name: string) => pathToFileURL(join(root, "lib/lake", name)).href;
    const program = `
      import { createAccounts } from "${source("auth/accounts.ts")}";
      import { borrowToken } from "${source("commands/borrowed-token.ts")}";
      import { openDatabase } from "${source("store/database.ts")}";
      borrowToken(createAccounts(openDatabase(process.env.DATA_DIR)));
      setInterval(() => {}, 1000);
      console.log("borrowed");`;
    const child: ChildProcess = spawn(process.execPath, ["--input-type=module", "-e", program], {
      cwd: root,
      env: { NODE_ENV: "test", PATH: process.env["PATH"], ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (child.stdout) await once(child.stdout, "data");
    expect(await listTokens()).toContain("command line, while it runs");
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([signal === "SIGINT" ? 130 : 143, null]);
    expect(await listTokens()).toBe("");
  });
});

describe("a disk that takes no more", () => {
  it("is told in a sentence, and nothing half is left behind", async () => {
    const file = join(folder, "large.ndjson");
    const lines = Array.from({ length: 40 }, (_, number) => {
      const noise = Buffer.from(crypto.getRandomValues(new Uint8Array(10_000))).toString("base64");
      return JSON.stringify({ _id: `large-${number}`, _type: "note", noise });
    });
    await writeFile(file, lines.join("\n"));
    expect(await runCommand(["import", file], { environment })).toMatchObject({ code: 0 });
    // Blocks of 512 bytes for dash: room for what SQLite keeps beside its file, and not for a copy.
    const limited = (command: string) =>
      runShell(`trap '' XFSZ; ulimit -f 300; exec "$0" lib/lake/cli.ts ${command}`);
    const target = join(folder, "full");
    const backup = await limited(`backup ${target}`);
    expect(backup).toMatchObject({ code: 1 });
    expect(backup.words).toMatch(/^The lake cannot be copied to [^\n]+$/);
    const exported = await limited(`export ${target}.tar.gz`);
    expect(exported).toMatchObject({ code: 1 });
    expect(exported.words).toMatch(/^[^\n]+: it would become too large$/);
    expect(readdirSync(folder).filter((name) => name.startsWith("full"))).toEqual([]);
  });
});

async function runShell(script: string): Promise<{ code: number | null; words: string }> {
  const child = spawn("sh", ["-c", script, process.execPath], {
    cwd: root,
    env: {
      NODE_ENV: "test",
      PATH: process.env["PATH"],
      NODE_NO_WARNINGS: "1",
      NODE_DISABLE_COMPILE_CACHE: "1",
      ...environment,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (words += chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, words: words.trim() };
}
