import { words } from "../rich-text/tables.ts";

const date = /\d{1,4}\s*[-/.年月]\s*\d{1,2}/;

/** What stands around the links of a list: dates, counts, the words of a pager. */
const furniture =
  /[点點][击擊]|[浏瀏][览覽]|[阅閱][读讀]|人[气氣]|[评評][论論]|查看|[次条條页頁篇年月日]?[数數量]|当前|當前|首[页頁]|[尾末][页頁]|[上下]一?[页頁]|更多|[详詳][情细細]|\bmore\b|[年月日]|[第共]?\s*\d+\s*[次条條页頁篇]?|[\s\p{P}\p{S}]/giu;

const lengthOf = (element: Element): number => saying(element).length;

const saying = (element: Element): string => words(element).replace(furniture, "");

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * Whether a text is a list of other pages: little but links in it, or dated rows that each begin with one.
 *
 * A row with a summary of its page is such a row; a dated paragraph with a link in its midst is none.
 */
export function isListOfLinks(root: Element): boolean {
  const links = [...root.querySelectorAll("a[href]")];
  if (links.length < 4) return false;
  const most = 0.7 * lengthOf(root);
  if (sum(links.map(lengthOf)) > most) return true;
  const rows = new Set(links.map((link) => rowOf(link, root)).filter(isDatedRow));
  return rows.size >= 4 && sum([...rows].map(lengthOf)) > most;
}

/** The largest element around a link that holds no link elsewhere. */
function rowOf(link: Element, root: Element): Element {
  const href = link.getAttribute("href");
  let row = link;
  for (let parent = row.parentElement; parent !== null && parent !== root;) {
    const inside = [...parent.querySelectorAll("a[href]")];
    if (inside.some((other) => other.getAttribute("href") !== href)) break;
    row = parent;
    parent = row.parentElement;
  }
  return row;
}

function isDatedRow(row: Element): boolean {
  if (!date.test(words(row))) return false;
  const first = [...row.querySelectorAll("a[href]")].map(saying).find((text) => text !== "");
  return first !== undefined && saying(row).startsWith(first);
}
