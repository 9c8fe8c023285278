/**
 * Pack the dictionaries that lib/zh reads into lib/zh/data.
 *
 *   node scripts/build-zh-data.ts [path of jieba's dict.txt]
 *
 * Input is OpenCC's data as shipped by opencc-js (Apache-2.0) and, for word frequencies alone, jieba's dict.txt (MIT),
 * which is no dependency of the product. Without the path the frequencies are taken from the table that is already there, so
 * a new opencc-js can be packed without it; the words keep their weight, new ones get the lowest.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { readJieba, readPackedFrequencies } from "./zh-data/frequencies.ts";
import { packData, type Frequencies } from "./zh-data/pack.ts";

const target = new URL("../lib/zh/data/", import.meta.url);

function frequencies(path: string | undefined): Frequencies {
  if (path) return readJieba(readFileSync(path, "utf8"));
  const packed = new URL("lexicon.json", target);
  if (!existsSync(packed)) {
    throw new Error(
      "The first packing needs jieba's dict.txt: npm pack @node-rs/jieba, unpack it, and pass its dict.txt.",
    );
  }
  return readPackedFrequencies(readFileSync(packed, "utf8"));
}

const files = await packData(frequencies(process.argv[2]));
mkdirSync(target, { recursive: true });
for (const [name, content] of Object.entries(files)) {
  writeFileSync(new URL(name, target), content);
  process.stdout.write(
    `lib/zh/data/${name}: ${Math.round(Buffer.byteLength(content) / 1024)} KB\n`,
  );
}
