import type { Member } from "../rich-text/members.ts";
import { visibleDates } from "./dates.ts";
import { type Outcome, SourceError } from "./draft.ts";
import { countingKeys } from "./names.ts";
import type { PageSource } from "./read-page.ts";

const dateLine = /(?:发布|發布|發佈|更新)(?:时间|時間|日期)\s*[:：]?\s*\d{4}/;
const ending =
  /^(?:联系方式|聯系方式|聯繫方式|联系我们|聯繫我們|聯系我們|上一篇|下一篇|相关(?:文章|新闻|推荐)|相關(?:文章|新聞|推薦)|版权所有|版權所有|返回列表|免责声明|免責聲明)\s*[:：]?/;
const filmLine = /^(?:观看|觀看).*(?:视频|視頻)$/;
const bullet = /^[•·●◦▪]\s*/;

/**
 * Read a page that was saved as text.
 *
 * Its title is the line above 发布时间, its category the one above that; the text goes on until the
 * contact card or the links to other pages.
 */
export function readDump(page: PageSource): Outcome {
  const lines = linesIn(page.text);
  const dated = lines.findIndex((line) => dateLine.test(line));
  const title = lines[dated - 1];
  if (title === undefined)
    throw new SourceError("no line says 发布时间 under a title, so it cannot be told what is what");
  const after = lines.slice(dated + 1).filter((line) => !filmLine.test(line));
  const end = after.findIndex((line) => ending.test(line));
  const [text, rest] = end === -1 ? [after, []] : [after.slice(0, end), after.slice(end)];
  if (text.length === 0) throw new SourceError("it has a title but no text");
  const draft = {
    ...unknownIn(page),
    title,
    ...visibleDates(lines[dated] ?? ""),
    category: categoryOf(lines[dated - 2] ?? ""),
    members: text.map(blockOf(countingKeys())),
    warnings:
      rest.length === 0 ? [] : [`left out: ${rest.length} lines at the end, from “${rest[0]}”`],
  };
  return { is: "read", draft };
}

function linesIn(text: string): string[] {
  return text
    .replace(/<[^>]*>/g, "")
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s\u3000\u00a0]+|[\s\u3000\u00a0]+$/g, ""))
    .filter((line) => line !== "");
}

const categoryOf = (line: string) =>
  line !== "" && line.length <= 8 ? { title: line, slug: null } : null;

/** What a text does not tell. */
const unknownIn = ({ source, isAddressKnown, address, folder, root }: PageSource) => ({
  source,
  key: isAddressKnown ? new URL(address).pathname : source,
  kind: "article" as const,
  isPublic: true,
  isPinned: false,
  windowTitle: null,
  tags: [],
  author: null,
  origin: null,
  excerpt: null,
  cover: null,
  base: address,
  aliases: [],
  oldPath: null,
  slug: null,
  folder,
  root,
});

const blockOf =
  (newKey: () => string) =>
  (line: string): Member => ({
    _type: "block",
    _key: newKey(),
    style: "normal",
    ...(bullet.test(line) ? { listItem: "bullet" as const, level: 1 } : {}),
    children: [{ _type: "span", _key: newKey(), text: line.replace(bullet, ""), marks: [] }],
    markDefs: [],
  });
