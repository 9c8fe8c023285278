import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { freePort } from "../../lib/server/free-port.ts";

/** Start the front door where it cannot succeed. */
async function start(parameters: readonly string[], variables: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), "front-door-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const main = resolve(import.meta.dirname, "../../lib/server/main.ts");
  const ports = { PORT: String(await freePort()), LAKE_PORT: String(await freePort()) };
  const { status, stderr } = spawnSync(process.execPath, [main, ...parameters], {
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      DATA_DIR: dataDir,
      ...ports,
      ...variables,
    },
    encoding: "utf8",
  });
  return { status, words: stderr.trim() };
}

describe("a start that cannot succeed says why in one sentence", () => {
  it("when a setting is given as an argument, where nobody would read it", async () => {
    expect(await start(["--port", "4399"])).toEqual({
      status: 1,
      words:
        '"--port" means nothing here: settings are environment variables, as in PORT=4000 npm start',
    });
  });

  it("when HOST is no address of this machine", async () => {
    const { status, words } = await start([], { HOST: "192.0.2.1" });
    expect(status).toBe(1);
    expect(words).toMatch(/^HOST=192\.0\.2\.1 is no address of this machine \(\w+\)\. [^\n]+$/);
  });
});
