/**
 * Pack the dictionaries that lib/zh reads into lib/zh/data.
 *
 *   node scripts/build-zh-data.ts [path of jieba's dict.txt]
 *
 * Input is OpenCC's data as shipped by opencc-js (Apache-2.0), our own words, and for word frequencies alone jieba's dict.txt
 * (MIT), which is no dependency of the product. Without the path the frequencies are taken from the table that the last
 * reading of jieba left, so a new opencc-js or a new word of ours is packed without it; new words get the lowest.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { type Frequencies, readFrequencies, readJieba } from "./zh-data/frequencies.ts";
import { packData } from "./zh-data/pack.ts";

const target = new URL("../lib/zh/data/", import.meta.url);
const tableFile = new URL("zh-data/frequencies.json", import.meta.url);

function frequencies(path: string | undefined): Frequencies {
  if (path) return readJieba(readFileSync(path, "utf8"));
  if (!existsSync(tableFile)) {
    throw new Error(
      "The first packing needs jieba's dict.txt: npm pack @node-rs/jieba, unpack it, and pass its dict.txt.",
    );
  }
  return readFrequencies(readFileSync(tableFile, "utf8"));
}

const { files, table } = await packData(frequencies(process.argv[2]));
writeFileSync(tableFile, table);
mkdirSync(target, { recursive: true });
for (const [name, content] of Object.entries(files)) write(name, content);
// Taiwan's words are spelt by means of the files above.
const { packTaiwan } = await import("./zh-data/taiwan.ts");
write("taiwan.json", packTaiwan());

function write(name: string, content: string): void {
  writeFileSync(new URL(name, target), content);
  process.stdout.write(
    `lib/zh/data/${name}: ${Math.round(Buffer.byteLength(content) / 1024)} KB\n`,
  );
}
