import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { readFrequencies } from "../../scripts/zh-data/frequencies.ts";
import { packData } from "../../scripts/zh-data/pack.ts";
import { packTaiwan } from "../../scripts/zh-data/taiwan.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

describe("lib/zh/data", () => {
  it("is what scripts/build-zh-data.ts makes of the dictionaries and of our own words", async () => {
    const frequencies = read("scripts/zh-data/frequencies.json");
    const { files, table } = await packData(readFrequencies(frequencies));
    for (const [name, content] of Object.entries(files))
      expect(read(`lib/zh/data/${name}`) === content, name).toBe(true);
    expect(table === frequencies, "frequencies.json").toBe(true);
    expect(read("lib/zh/data/taiwan.json") === packTaiwan(), "taiwan.json").toBe(true);
  });
});
