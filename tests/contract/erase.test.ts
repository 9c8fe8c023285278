import { readFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import type { SanityClient } from "@sanity/client";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { type LakeProcess, siteToken, startLakeProcess } from "./lake-process.ts";
import { runCommand } from "./run-command.ts";

const secret = "此人的话不留";
const phone = "000-8642-9753";
let lake: LakeProcess;
let client: SanityClient;
let receiver: Server;
let arrived = 0;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    request.resume();
    arrived += 1;
    response.end();
  });
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
  const address = receiver.address();
  const port = typeof address === "object" && address ? address.port : 0;
  lake = await startLakeProcess({
    LAKE_WEBHOOKS: JSON.stringify([{ name: "all", url: `http://127.0.0.1:${port}/` }]),
  });
  client = lake.client();
});
afterAll(async () => {
  await lake.remove();
  receiver.close();
});

const erase = (body: unknown, token = siteToken) =>
  fetch(`${lake.url}/v2025-02-19/data/erase/production`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });

const history = async (id: string) =>
  (
    await fetch(`${lake.url}/v2025-02-19/data/history/production/transactions/${id}`, {
      headers: { authorization: `Bearer ${siteToken}` },
    })
  ).text();

async function leaveTraces(id: string, created = "2024-05-06T07:08:09.000Z"): Promise<void> {
  const document = { _id: id, _type: "inquiry", _createdAt: created, phone, message: secret };
  await client.create(document);
  await client
    .patch(id)
    .set({ message: `${secret.repeat(900)}，改过` })
    .commit();
  await client.patch(id).set({ message: secret, status: "done" }).commit();
}

function bytesOnDisk(): Buffer {
  return Buffer.concat(
    ["lake.db", "lake.db-wal"].map((name) => readFileSync(join(lake.dataDir, name))),
  );
}

it("leaves nothing of a document: content, history, webhook messages, nor a byte on the disk", async () => {
  for (let number = 0; number < 30; number += 1) {
    await leaveTraces(`inquiry.${number}`);
  }
  await client.create({ _id: "drafts.inquiry.0", _type: "inquiry", message: secret });
  await client.create({ _id: "kept", _type: "note", text: "这一篇要留着" });
  await client.delete("inquiry.7");
  await vi.waitFor(() => expect(arrived).toBeGreaterThanOrEqual(92), { timeout: 10_000 });
  expect(bytesOnDisk().includes(phone)).toBe(true);

  const answer = await erase({ selection: { type: "inquiry", before: "2025-01-01" } });
  expect(answer.status).toBe(200);
  const done = await answer.json();
  expect(done.ids).toHaveLength(30);
  expect(done).toMatchObject({ refused: [] });
  expect(done.revisions).toBeGreaterThanOrEqual(92);

  expect(await client.fetch("*[_type == 'inquiry']._id")).toEqual([]);
  expect(await history("inquiry.0,drafts.inquiry.0,inquiry.7")).not.toContain(phone);
  expect(await history("inquiry.0")).toContain('"delete"');
  expect(await client.fetch("*[text match '要留着'][0]._id")).toBe("kept");
  await vi.waitFor(
    () => {
      const db = new DatabaseSync(join(lake.dataDir, "lake.db"), { readOnly: true });
      const left = db.prepare("select * from webhook_deliveries where payload like ?");
      expect(left.all(`%${phone}%`)).toEqual([]);
      expect(db.prepare("select 1 from lake where key = 'scrubPending'").all()).toEqual([]);
      db.close();
    },
    { timeout: 20_000, interval: 200 },
  );
  const bytes = bytesOnDisk();
  expect(bytes.includes(phone)).toBe(false);
  expect(bytes.includes(secret)).toBe(false);
  expect(bytes.includes("这一篇要留着")).toBe(true);
}, 60_000);

it("spares what is newer, and what others refer to", async () => {
  await leaveTraces("inquiry.new", "2026-01-01T00:00:00.000Z");
  await client.create({ _id: "target", _type: "inquiry", _createdAt: "2024-01-01T00:00:00.000Z" });
  await client.create({ _id: "source", _type: "note", about: { _ref: "target" } });
  const selection = { type: "inquiry", before: "2025-01-01T00:00:00+08:00" };
  expect(await (await erase({ selection, dryRun: true })).json()).toMatchObject({
    ids: ["target"],
    revisions: 0,
  });
  expect(await (await erase({ selection })).json()).toMatchObject({
    ids: [],
    refused: [{ id: "target" }],
  });
  expect(await client.getDocument("target")).toBeDefined();
  expect(await history("target")).toContain("target");
  expect(await client.getDocument("inquiry.new")).toBeDefined();
});

it("is for administrators and the site alone, and says what is wrong with a request", async () => {
  const environment = { DATA_DIR: lake.dataDir, LAKE_PORT: String(lake.port) };
  const { stdout } = await runCommand(["token", "create", "--role", "editor"], { environment });
  const selection = { ids: ["inquiry.new"] };
  expect((await erase({ selection }, stdout.trim())).status).toBe(403);
  expect((await erase({ selection: { type: "inquiry" } })).status).toBe(400);
  expect((await erase({ selection: { type: "inquiry", before: "soon" } })).status).toBe(400);
  expect(await client.getDocument("inquiry.new")).toBeDefined();
});

it("is a command too", async () => {
  const environment = { DATA_DIR: lake.dataDir, LAKE_PORT: String(lake.port) };
  const wrong = await runCommand(["erase", "--type", "inquiry"], { environment });
  expect(wrong).toMatchObject({ code: 1, stdout: "" });
  expect(wrong.stderr).toContain("--before");
  const done = await runCommand(["erase", "--id", "inquiry.new"], { environment });
  expect(done).toMatchObject({ code: 0, stdout: "inquiry.new\n" });
  expect(await history("inquiry.new")).not.toContain(phone);
  const dryRun = await runCommand(["erase", "--id", "inquiry.new", "--dry-run"], { environment });
  for (const again of [dryRun, await runCommand(["erase", "--id", "inquiry.new"], { environment })])
    expect(again).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("There is no document inquiry.new"),
    });
});
