import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { readPackedFrequencies } from "../../scripts/zh-data/frequencies.ts";
import { packData } from "../../scripts/zh-data/pack.ts";

const data = (name: string) =>
  readFileSync(new URL(`../../lib/zh/data/${name}`, import.meta.url), "utf8");

describe("lib/zh/data", () => {
  it("is what scripts/build-zh-data.ts makes of the installed dictionaries", async () => {
    const files = await packData(readPackedFrequencies(data("lexicon.json")));
    for (const [name, content] of Object.entries(files))
      expect(data(name) === content, name).toBe(true);
  });
});
