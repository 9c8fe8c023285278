import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, startLakeProcess } from "./lake-process.ts";
import { runCommand } from "./run-command.ts";

let lake: LakeProcess;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lake-backup-test-"));
  lake = await startLakeProcess();
});
afterAll(async () => {
  await lake.remove();
  await rm(folder, { recursive: true });
});

const environmentOf = ({ dataDir, port }: LakeProcess) => ({
  DATA_DIR: dataDir,
  LAKE_PORT: String(port),
});

describe("backup and restore", () => {
  it("copy a lake that is written to meanwhile, each transaction whole", async () => {
    const client = lake.client();
    const file = await client.assets.upload("file", Buffer.from("%PDF-1.7 price list"), {
      filename: "p.pdf",
    });
    const end = new AbortController();
    let written = 0;
    const writer = (async () => {
      while (!end.signal.aborted) {
        // Two documents that must never be apart.
        await client
          .transaction()
          .createOrReplace({ _id: "left", _type: "pair", number: written })
          .createOrReplace({ _id: "right", _type: "pair", number: written })
          .commit();
        written += 1;
      }
    })();
    const target = join(folder, "copy");
    const backup = await runCommand(["backup", target], { environment: environmentOf(lake) });
    end.abort();
    await writer;
    expect(backup).toMatchObject({ code: 0, stdout: `${target}\n` });
    expect(written).toBeGreaterThan(3);

    const other = await startLakeProcess();
    await other.client().create({ _id: "only-here", _type: "note" });
    const idBefore = await statusOf(other);
    const refused = await runCommand(["restore", target], { environment: environmentOf(other) });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("The lake runs") });
    await other.stop();
    expect(
      await runCommand(["restore", target], { environment: environmentOf(other) }),
    ).toMatchObject({ code: 0 });
    await other.restart();
    const pair = await other.client().fetch<number[]>('*[_type == "pair"].number');
    expect(pair).toHaveLength(2);
    expect(pair[0]).toBe(pair[1]);
    expect(await other.client().fetch('count(*[_id == "only-here"])')).toBe(0);
    const served = await fetch(`${other.url}/${file.path}`);
    expect(await served.text()).toBe("%PDF-1.7 price list");
    expect(await statusOf(other)).not.toBe(idBefore);
    await other.remove();
  });

  it("refuse a folder that is no backup, and one that is taken", async () => {
    const environment = environmentOf(lake);
    await writeFile(join(folder, "something"), "x");
    expect(await runCommand(["backup", folder], { environment })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("not empty"),
    });
    expect(await runCommand(["restore", folder], { environment })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("no lake of ours"),
    });
  });
});

async function statusOf({ url }: LakeProcess): Promise<unknown> {
  const response = await fetch(`${url}/status`);
  return ((await response.json()) as { datasetId: string }).datasetId;
}
