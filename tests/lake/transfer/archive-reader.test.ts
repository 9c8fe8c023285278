import { createWriteStream } from "node:fs";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";

import { pack } from "tar-stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { openArchive } from "../../../lib/lake/transfer/archive-reader.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "archive-reader-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function writeTar(
  entries: Record<string, string>,
  link?: { name: string; linkname: string },
): Promise<string> {
  const path = join(folder, "export.tar");
  const archive = pack();
  for (const [name, text] of Object.entries(entries)) archive.entry({ name }, text);
  if (link) archive.entry({ ...link, type: "symlink" });
  archive.finalize();
  await pipeline(archive, createWriteStream(path));
  return path;
}

async function readAll(path: string) {
  const archive = await openArchive(path);
  try {
    const documents = [];
    for await (const document of archive.documents()) documents.push(document);
    return { documents, assets: archive.moreAssets };
  } finally {
    await archive.close();
  }
}

describe("openArchive", () => {
  it("reads bare lines, whatever their ends", async () => {
    const path = join(folder, "data.ndjson");
    await writeFile(path, '{"_id":"a","_type":"x"}\r\n\n{"_id":"b","_type":"x"}');
    expect((await readAll(path)).documents).toEqual([
      { _id: "a", _type: "x" },
      { _id: "b", _type: "x" },
    ]);
  });

  it("says of an archive that is cut off, damaged, empty or a folder what it is", async () => {
    const bytesOf = async (entries: Record<string, string>) => readFile(await writeTar(entries));
    const whole = await bytesOf({ "e/data.ndjson": '{"_id":"a","_type":"x"}\n'.repeat(100) });
    const damaged = /is damaged or cut off: copy it once more, or export anew$/;
    const cases: [name: string, bytes: Uint8Array, sentence: RegExp][] = [
      ["cut.tar.gz", gzipSync(whole).subarray(0, -20), damaged],
      ["cut.tar", whole.subarray(0, 1024), damaged],
      ["noise.tar.gz", Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), damaged],
      ["settings.tar", await bytesOf({ "e/data.ndjson": "{}", "e/assets.json": "{" }), damaged],
      ["none.tar", await bytesOf({ "e/readme.txt": "x" }), /There are no documents in the export/],
    ];
    for (const [name, bytes, sentence] of cases) {
      await writeFile(join(folder, name), bytes);
      await expect(openArchive(join(folder, name)), name).rejects.toThrow(sentence);
    }
    await expect(openArchive(folder)).rejects.toThrow(/is a folder: name the file of an export$/);
  });

  it("never writes outside its own folder, whatever an archive names", async () => {
    const path = await writeTar(
      {
        "e/data.ndjson": '{"_id":"a","_type":"x"}\n',
        "../../images/../../../evil.ndjson.sh": "x",
        "e/images/../../../../evil": "x",
        "/etc/evil": "x",
        "e/images/ok.png": "png",
      },
      { name: "e/images/link.png", linkname: "/etc/hostname" },
    );
    const { assets } = await readAll(path);
    expect(assets).toEqual([{ kind: "image", url: "file://./images/ok.png" }]);
    await expect(access(join(tmpdir(), "evil"))).rejects.toThrow("ENOENT");
  });

  it.each([
    { name: "a file that is not there", text: null, message: "cannot be read" },
    { name: "nothing", text: "", message: "no documents" },
    { name: "no JSON", text: "<html>\n", message: "Line 1" },
    { name: "no documents", text: '{"_id":"a","_type":"x"}\n{"a":1}\n', message: "Line 2" },
  ])("says what is wrong with $name", async ({ text, message }) => {
    const path = join(folder, "data.ndjson");
    if (text !== null) await writeFile(path, text);
    await expect(readAll(path)).rejects.toThrow(message);
  });

  it("fetches nothing from elsewhere", async () => {
    const archive = await openArchive(await writeTar({ "e/data.ndjson": "{}" }));
    for (const url of [
      "https://example.com/x.png",
      "file:///etc/hostname",
      "file://./images/../../x",
    ]) {
      await expect(archive.readAsset({ kind: "image", url })).rejects.toThrow("not in the export");
    }
    await archive.close();
  });
});
