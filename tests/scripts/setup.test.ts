import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** A clone in which nothing is installed, with what is read before the installation. */
function freshClone(): string {
  const clone = mkdtempSync(join(tmpdir(), "setup-"));
  onTestFinished(() => rmSync(clone, { recursive: true }));
  mkdirSync(join(clone, "scripts"));
  for (const file of ["package.json", "scripts/setup.mjs"])
    copyFileSync(join(root, file), join(clone, file));
  return clone;
}

/** Run what `npm start` runs first; a registry that nobody answers for ends what goes too far. */
async function setUp(clone: string, variables: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(clone, "scripts/setup.mjs")], {
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      HOME: clone,
      PORT: String(await unusedPort()),
      LAKE_PORT: String(await unusedPort()),
      npm_config_registry: "http://127.0.0.1:9",
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => (words += chunk));
  const [code] = await once(child, "close");
  return { code, words: words.trim() };
}

async function listening(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

describe("a start that cannot succeed ends at once, with one sentence", () => {
  it("when a port is busy", async () => {
    const port = String(await listening());
    const clone = freshClone();
    const site = await setUp(clone, { PORT: port });
    expect(site).toEqual({
      code: 1,
      words: `Port ${port} is busy. Stop what uses it, or choose another: PORT=${Number(port) + 10} npm start`,
    });
    const lake = await setUp(clone, { LAKE_PORT: port });
    expect(lake.code).toBe(1);
    expect(lake.words).toMatch(
      /^Port \d+ is busy; the lake needs it\. .* LAKE_PORT=\d+ npm start$/,
    );
  });

  it.each([
    ["PORT", "three"],
    ["PORT", "70000"],
    ["LAKE_PORT", "-1"],
  ])("when %s is %s", async (name, value) => {
    expect(await setUp(freshClone(), { [name]: value })).toEqual({
      code: 1,
      words: `${name} must be a number from 1 to 65535, not "${value}".`,
    });
  });

  it("when both ports are one", async () => {
    const port = String(await unusedPort());
    expect(await setUp(freshClone(), { PORT: port, LAKE_PORT: port })).toEqual({
      code: 1,
      words: `PORT and LAKE_PORT are both ${port}. Give the lake another: LAKE_PORT=${Number(port) + 1} npm start`,
    });
  });

  it("when HOST is no address of this machine", async () => {
    const { code, words } = await setUp(freshClone(), { HOST: "192.0.2.1" });
    expect(code).toBe(1);
    expect(words).toMatch(/^HOST=192\.0\.2\.1 is no address of this machine \(\w+\)\. [^\n]+$/);
  });

  it("when .env is a folder", async () => {
    const clone = freshClone();
    mkdirSync(join(clone, ".env"));
    const { code, words } = await setUp(clone);
    expect(code).toBe(1);
    expect(words).toMatch(/^\.env cannot be read: [^\n]+$/);
  });

  it("when the data folder cannot be written, or is none", async () => {
    const clone = freshClone();
    const file = join(clone, "a-file");
    writeFileSync(file, "");
    const none = await setUp(clone, { DATA_DIR: file });
    expect(none).toEqual({ code: 1, words: `The data folder ${file} is a file. Choose a folder.` });
    const under = await setUp(clone, { DATA_DIR: join(file, "data") });
    expect(under.code).toBe(1);
    expect(under.words).toMatch(/^The data folder .* cannot be written \(\w+\)\. [^\n]+$/);
  });

  it("when the registry cannot be reached", async () => {
    const { code, words } = await setUp(freshClone());
    expect(code).toBe(1);
    expect(words).toMatch(/^The npm registry cannot be reached\. [^\n]+$/);
  });
});
