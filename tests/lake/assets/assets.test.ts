import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, it } from "vitest";

import { openAssets } from "../../../lib/lake/assets/assets.ts";
import { createLog } from "../../../lib/lake/log.ts";

it("removes at its start what was still arriving when the lake died, and nothing else", async () => {
  const folder = await mkdtemp(join(tmpdir(), "assets-"));
  await mkdir(join(folder, "assets", "incoming"), { recursive: true });
  await mkdir(join(folder, "assets", "ab"));
  await writeFile(join(folder, "assets", "incoming", "half"), "half a film");
  await writeFile(join(folder, "assets", "ab", "abcdef"), "whole");
  await openAssets(folder, createLog("silent"));
  expect(await readdir(join(folder, "assets"))).toEqual(["ab"]);
  await rm(folder, { recursive: true });
});
