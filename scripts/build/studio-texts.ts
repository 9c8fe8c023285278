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

/** Words of an interface, where Taiwan's programs have others than its papers; and one of two that mean the same. */
const interfaceWords = {
  设置: "設定",
  菜单: "選單",
  导航: "導覽",
  导出: "匯出",
  添加: "新增",
  保存: "儲存",
  数据: "資料",
  邮箱: "信箱",
  文件: "檔案",
  联系: "聯絡",
  记录: "記錄",
  微信号: "微信號",
};

/** A row is 列 in Taiwan and a column 欄, but 行 has many other senses. */
const inTables: Readonly<Record<string, string>> = {
  行: "列",
  加一行: "加一列",
  加一列: "加一欄",
  删最后一列: "刪最後一欄",
  第一行是表头: "第一列是表頭",
  "第 {row} 行第 {column} 列": "第 {row} 列第 {column} 欄",
  "删除第 {row} 行": "刪除第 {row} 列",
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
  const entries = studioTexts().map((text) => [text, inTables[text] ?? convertText(text)]);
  writeFileSync(table, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

if (import.meta.main) writeTable();
