import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { SanityClient } from "@sanity/client";
import { exportDataset } from "@sanity/export";
import { sanityImport } from "@sanity/import";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, startLakeProcess } from "./lake-process.ts";
import { runCommand } from "./run-command.ts";

type Stored = { _id: string; _type: string } & Record<string, unknown>;

let lake: LakeProcess;
let folder = "";
let administrator: SanityClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lake-export-test-"));
  lake = await startLakeProcess();
  administrator = lake.client({ token: await createToken(lake) });
  await fillLake(administrator);
});
afterAll(async () => {
  await lake.remove();
  await rm(folder, { recursive: true });
});

async function createToken({ dataDir, port }: LakeProcess): Promise<string> {
  const environment = { DATA_DIR: dataDir, LAKE_PORT: String(port) };
  const { stdout } = await runCommand(["token", "create", "--role", "administrator"], {
    environment,
  });
  return stdout.trim();
}

function reference(id: string) {
  return { _type: "reference", _ref: id };
}

async function fillLake(client: SanityClient): Promise<void> {
  const photo = await sharp({
    create: { width: 64, height: 48, channels: 3, background: "#204080" },
  })
    .jpeg()
    .toBuffer();
  const image = await client.assets.upload("image", photo, {
    filename: "泵房.jpg",
    title: "泵房",
    creditLine: "林",
  });
  const file = await client.assets.upload("file", Buffer.from("\0\0\0\x20ftypisom tiny film"), {
    filename: "film.mp4",
  });
  const unused = await client.assets.upload("file", Buffer.from("%PDF-1.7 nobody names me"), {
    filename: "spare.pdf",
  });
  expect(unused.extension).toBe("pdf");
  const article = (number: number) => ({
    _id: `article-${number}`,
    _type: "article",
    title: `第${number}篇`,
    category: reference("category-1"),
    related: [{ _type: "reference", _key: "r", _ref: `article-${(number + 1) % 1500}` }],
    cover: {
      _type: "image",
      asset: reference(image._id),
      hotspot: { _type: "sanity.imageHotspot", x: 0.2, y: 0.3, width: 0.5, height: 0.5 },
    },
    gallery: [
      {
        _type: "figure",
        _key: "f",
        picture: { _type: "image", asset: reference(image._id), alt: "x" },
      },
    ],
    film: { _type: "file", asset: reference(file._id) },
    text: "字".repeat(200),
  });
  const articles = Array.from({ length: 1500 }, (_, number) => article(number));
  const transaction = client.transaction();
  transaction.create({ _id: "category-1", _type: "category", title: "新闻" });
  for (const document of articles) transaction.create(document);
  transaction.create({ ...article(1), _id: "drafts.article-1", title: "草稿" });
  transaction.create({ _id: "inquiry.1", _type: "inquiry", phone: "+86 592 555 0100" });
  await transaction.commit({ visibility: "async" });
}

const givenAnew = new Set([
  "_rev",
  "_createdAt",
  "_updatedAt",
  "uploadId",
  "url",
  "path",
  "metadata",
]);

/** Everything but what every lake gives anew. */
async function listContent(client: SanityClient, dataset = "production"): Promise<Stored[]> {
  const response = await fetch(`${client.config().apiHost}/v2025-02-19/data/export/${dataset}`, {
    headers: { authorization: `Bearer ${client.config().token}` },
  });
  const lines = (await response.text()).trim().split("\n");
  return lines
    .map((line): Stored => JSON.parse(line))
    .map(
      (document) =>
        Object.fromEntries(
          Object.entries(document).filter(([key]) => !givenAnew.has(key)),
        ) as Stored,
    )
    .toSorted((left, right) => (left._id < right._id ? -1 : 1));
}

async function withOtherLake(
  work: (other: LakeProcess, client: SanityClient) => Promise<void>,
): Promise<void> {
  const other = await startLakeProcess();
  try {
    await work(other, other.client({ token: await createToken(other) }));
  } finally {
    await other.remove();
  }
}

describe("the export endpoint", () => {
  it("tells a stranger nothing", async () => {
    const response = await fetch(`${lake.url}/v2025-02-19/data/export/production`);
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain("555");
  });

  it("answers only the types that are asked for", async () => {
    const response = await fetch(
      `${lake.url}/v2025-02-19/data/export/production?types=category,inquiry`,
      {
        headers: { authorization: `Bearer ${administrator.config().token}` },
      },
    );
    const lines = (await response.text()).trim().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as Stored)._id)).toEqual([
      "category-1",
      "inquiry.1",
    ]);
  });

  it("is the dataset at one moment, whatever is written meanwhile", async () => {
    const response = await fetch(`${lake.url}/v2025-02-19/data/export/production`, {
      headers: { authorization: `Bearer ${administrator.config().token}` },
    });
    await administrator.create({ _id: "late", _type: "note" });
    await administrator.delete("late");
    const after = await response.text();
    expect(after).not.toContain('"late"');
    expect(after.trim().split("\n")).toHaveLength(1506);
  });
});

describe.each(["stream", "cursor"] as const)("@sanity/export in %s mode", (mode) => {
  it("takes everything out, and @sanity/import puts it into another lake", async () => {
    const archive = join(folder, `official-${mode}.tar.gz`);
    await exportDataset({
      client: administrator,
      dataset: "production",
      outputPath: archive,
      assets: true,
      drafts: true,
      raw: false,
      mode,
      onProgress: () => undefined,
    });
    await withOtherLake(async (_other, client) => {
      const result = await sanityImport(createReadStream(archive), { client, operation: "create" });
      expect(result.numDocs).toBe(1503);
      expect(await listContent(client)).toEqual(await listContent(administrator));
    });
  });
});

describe("our own export and import", () => {
  it("reads what @sanity/export wrote, and writes what @sanity/import reads", async () => {
    const official = join(folder, "official-stream.tar.gz");
    const ours = join(folder, "ours.tar.gz");
    await withOtherLake(async (other, client) => {
      const environment = { DATA_DIR: other.dataDir, LAKE_PORT: String(other.port) };
      const imported = await runCommand(["import", official], { environment });
      expect(imported).toMatchObject({
        code: 0,
        stderr: expect.stringContaining("1503 documents and 3 assets"),
      });
      expect(await listContent(client)).toEqual(await listContent(administrator));
      const exported = await runCommand(["export", ours], { environment });
      expect(exported).toMatchObject({ code: 0, stdout: `${ours}\n` });
    });
    await withOtherLake(async (_other, client) => {
      await sanityImport(createReadStream(ours), { client, operation: "create" });
      expect(await listContent(client)).toEqual(await listContent(administrator));
    });
  });

  it("refuses a taken id, leaves it with --missing and replaces it with --replace", async () => {
    const environment = { DATA_DIR: lake.dataDir, LAKE_PORT: String(lake.port) };
    const archive = join(folder, "ours.tar.gz");
    const before = await listContent(administrator);
    expect(await runCommand(["import", archive], { environment })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("already exists"),
    });
    await administrator.patch("article-3").set({ title: "改过" }).commit();
    expect(await runCommand(["import", archive, "--missing"], { environment })).toMatchObject({
      code: 0,
    });
    expect(await administrator.getDocument("article-3")).toMatchObject({ title: "改过" });
    expect(await runCommand(["import", archive, "--replace"], { environment })).toMatchObject({
      code: 0,
    });
    expect(await listContent(administrator)).toEqual(before);
  });

  it("works on a lake that does not run, into a dataset of another name", async () => {
    await withOtherLake(async (other, client) => {
      await other.stop();
      const environment = { DATA_DIR: other.dataDir, LAKE_PORT: String(other.port) };
      const archive = join(folder, "ours.tar.gz");
      expect(
        await runCommand(["import", archive, "--dataset", "staging"], { environment }),
      ).toMatchObject({ code: 0 });
      await other.restart();
      expect(await listContent(client.withConfig({ dataset: "staging" }), "staging")).toHaveLength(
        1506,
      );
    });
  });
});
