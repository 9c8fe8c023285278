import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { createConverter } from "../../lib/zh/converter.ts";

const studio = resolve(import.meta.dirname, "../../lib/studio");
const table = join(studio, "locale/traditional.json");

/** Find every Chinese string literal of the Studio: what it says to editors. */
export function studioTexts(): string[] {
  const files = readdirSync(studio, { recursive: true, encoding: "utf8" });
  const sources = files.filter((name) => /\.tsx?$/.test(name));
  const literal = /"((?:[^"\\\n]|\\.)*\p{Script=Han}(?:[^"\\\n]|\\.)*)"/gu;
  const texts = sources.flatMap((name) =>
    Array.from(readFileSync(join(studio, name), "utf8").matchAll(literal), ([, text = ""]) => text),
  );
  return [...new Set(texts)].toSorted();
}

/** Words of an interface, where Taiwan's programs have others than its papers. */
const interfaceWords = {
  设置: "設定",
  菜单: "選單",
  导航: "導覽",
  添加: "新增",
  保存: "儲存",
  文档: "文件",
  数据: "資料",
  邮箱: "信箱",
};

/** Say them in the words of Taiwan, as Sanity's own Traditional interface does. */
function writeTable(): void {
  const { convertText } = createConverter({
    from: "zh-Hans",
    to: "zh-Hant-TW",
    glossary: Object.entries(interfaceWords).map(([hans, taiwan]) => ({
      match: "always" as const,
      forms: { "zh-Hans": hans, "zh-Hant-TW": taiwan },
    })),
  });
  const entries = studioTexts().map((text) => [text, convertText(text)]);
  writeFileSync(table, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

if (import.meta.main) writeTable();
