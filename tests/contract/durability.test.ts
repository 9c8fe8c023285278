import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, runLakeToEnd, siteToken, startLakeProcess } from "./lake-process.ts";
import { runCommand } from "./run-command.ts";

let lake: LakeProcess;

beforeAll(async () => {
  lake = await startLakeProcess();
});
afterAll(() => lake.remove());

const sentences = (output: string) => output.trim().split("\n");

describe("what was acknowledged", () => {
  it("is there after kill -9 under eight writers, and no transaction is half there", async () => {
    for (let round = 0; round < 5; round += 1) {
      const acknowledged = Array.from({ length: 8 }, () => 0);
      const write = async (writer: number) => {
        const client = lake.client();
        for (let n = 1; ; n += 1) {
          const mutations = ["a", "b"].map((part) => ({
            createOrReplace: { _id: `r${round}-w${writer}-${part}`, _type: "counter", n },
          }));
          const result = await client.mutate(mutations).catch(() => null);
          if (!result) return;
          acknowledged[writer] = n;
        }
      };
      const writing = acknowledged.map((_n, writer) => write(writer));
      await expect.poll(() => Math.min(...acknowledged), { timeout: 10_000 }).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, round * 37));
      await lake.stop("SIGKILL");
      await Promise.all(writing);
      await lake.restart();
      for (const [writer, n] of acknowledged.entries()) {
        const ids = ["a", "b"].map((part) => `r${round}-w${writer}-${part}`);
        const [a, b] = await lake.client().getDocuments(ids);
        expect(a?.["n"]).toBe(b?.["n"]);
        expect(a?.["n"]).toBeGreaterThanOrEqual(n);
      }
    }
  });
});

describe.skipIf(process.platform !== "linux")("a lake that is started by itself", () => {
  it("starts over as the same process with few arenas, so that it stays small", () => {
    const environment = readFileSync(`/proc/${lake.pid()}/environ`, "utf8").split("\0");
    expect(environment).toContain("MALLOC_ARENA_MAX=2");
    expect(readFileSync(`/proc/${lake.pid()}/cmdline`, "utf8")).toContain("--max-semi-space-size");
  });
});

describe("a lake that is told to stop", () => {
  it("finishes what it was writing, closes its streams, and is gone within two seconds", async () => {
    const client = lake.client();
    const headers = { authorization: `Bearer ${siteToken}` };
    const url = `${lake.url}/v2025-02-19/data/listen/production?query=*`;
    const stream = await fetch(url, { headers });
    const writes = Array.from({ length: 50 }, (_unused, n) =>
      client.createOrReplace({ _id: `stop-${n}`, _type: "note" }).then(
        () => `stop-${n}`,
        () => null,
      ),
    );
    await writes[0];
    const start = performance.now();
    const { code } = await lake.stop("SIGTERM");
    expect(performance.now() - start).toBeLessThan(2000);
    expect(code).toBe(0);
    await stream.text().catch(() => "cut");
    const acknowledged = (await Promise.all(writes)).filter((id) => id !== null);
    await lake.restart();
    const found = await lake.client().getDocuments(acknowledged);
    expect(found.filter((document) => document === null)).toEqual([]);
  });
});

describe("a lake that cannot start says so in one sentence and ends with a code", () => {
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), "lake-start-"));
    folders.push(made);
    return made;
  };
  afterAll(() => {
    for (const one of folders) rmSync(one, { recursive: true, force: true });
  });

  it("when its port is taken", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    const address = holder.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { code, output } = await runLakeToEnd({ LAKE_PORT: String(port), DATA_DIR: folder() });
    holder.close();
    expect({ code, sentences: sentences(output) }).toEqual({
      code: 1,
      sentences: [expect.stringContaining(`port ${port} is in use`)],
    });
  });

  it("when its folder cannot be written", async () => {
    const file = join(folder(), "file");
    writeFileSync(file, "in the way");
    const { code, output } = await runLakeToEnd({ LAKE_PORT: "0", DATA_DIR: join(file, "data") });
    expect({ code, sentences: sentences(output) }).toEqual({
      code: 1,
      sentences: [expect.stringContaining("check DATA_DIR")],
    });
  });

  it.each([
    { name: "is no database", content: "not a database".repeat(1000) },
    { name: "is cut short", content: null },
  ])("when its file $name", async ({ content }) => {
    const dataDir = folder();
    mkdirSync(dataDir, { recursive: true });
    const file = join(dataDir, "lake.db");
    if (content === null) writeDamagedDatabase(file);
    else writeFileSync(file, content);
    const { code, output } = await runLakeToEnd({ LAKE_PORT: "0", DATA_DIR: dataDir });
    expect({ code, sentences: sentences(output) }).toEqual({
      code: 1,
      sentences: [expect.stringContaining("restore a backup")],
    });
  });

  it("when a newer program has written its file", async () => {
    const dataDir = folder();
    const db = new DatabaseSync(join(dataDir, "lake.db"));
    db.exec("create table later(x); pragma user_version = 999");
    db.close();
    const { code, output } = await runLakeToEnd({ LAKE_PORT: "0", DATA_DIR: dataDir });
    expect({ code, sentences: sentences(output) }).toEqual({
      code: 1,
      sentences: [expect.stringMatching(/version 999.*newer program/)],
    });
  });

  it("when its settings do not fit", async () => {
    const { code, output } = await runLakeToEnd({ LAKE_PORT: "many", LAKE_WEBHOOKS: "{" });
    expect(code).toBe(1);
    expect(sentences(output)).toEqual([expect.stringMatching(/LAKE_PORT.*LAKE_WEBHOOKS/)]);
  });
});

describe("a lake that is started by hand", () => {
  it.runIf(process.platform === "linux")(
    "starts over with what keeps its memory small",
    async () => {
      const byHand = await startLakeProcess({ MALLOC_ARENA_MAX: "" });
      try {
        const environment = readFileSync(`/proc/${byHand.pid()}/environ`, "utf8").split("\0");
        expect(environment).toContain("MALLOC_ARENA_MAX=2");
      } finally {
        await byHand.remove();
      }
    },
  );
});

describe("status", () => {
  it("answers with the version and an id that stays with the file", async () => {
    const read = async () => (await fetch(`${lake.url}/status`)).json();
    const before = await read();
    expect(before).toMatchObject({
      status: "ok",
      version: expect.any(String),
      datasetId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    await lake.stop();
    await lake.restart();
    expect(await read()).toEqual(before);
  });
});

function writeDamagedDatabase(file: string): void {
  const db = new DatabaseSync(file);
  db.exec("create table t(x); create index i on t(x)");
  const insert = db.prepare("insert into t values(?)");
  for (let n = 0; n < 500; n += 1) insert.run(`${n}`.repeat(100));
  db.close();
  truncateSync(file, statSync(file).size / 2);
}

describe("a data folder", () => {
  it("tells a command that cannot find the lake on it what to set", async () => {
    const running = await startLakeProcess();
    try {
      rmSync(join(running.dataDir, "lake.address"));
      const environment = { LAKE_PORT: "0", DATA_DIR: running.dataDir };
      expect(await runCommand(["seed"], { environment })).toMatchObject({
        code: 1,
        stderr: `A lake is running on the data folder ${running.dataDir}, but not at port 0: set LAKE_PORT to its port\n`,
      });
    } finally {
      await running.remove();
    }
  });

  it("is refused to a second lake with one sentence, and free again after kill -9", async () => {
    const first = await startLakeProcess();
    try {
      const second = await runLakeToEnd({ LAKE_PORT: "0", DATA_DIR: first.dataDir });
      expect(second.code).toBe(1);
      expect(sentences(second.output)).toEqual([
        `Another lake is running on the data folder ${first.dataDir}: stop it, or set another DATA_DIR`,
      ]);
      await first.stop("SIGKILL");
      await first.restart();
      expect(await first.client().fetch("1 + 1")).toBe(2);
    } finally {
      await first.remove();
    }
  });
});
