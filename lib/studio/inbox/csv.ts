import { sayIn } from "@/lib/studio/locale/say";

import { type Inquiry, momentOf, statusTitle } from "./inquiries";

const columns: readonly { title: string; read: (inquiry: Inquiry, language: string) => string }[] =
  [
    { title: "时间", read: ({ _createdAt }) => momentOf(_createdAt) },
    { title: "称呼", read: ({ name }) => name },
    { title: "电话", read: ({ phone }) => phone },
    { title: "留言", read: ({ message }) => message },
    { title: "处理状态", read: ({ status }, language) => sayIn(statusTitle(status), language) },
    { title: "已读时间", read: ({ readAt }) => momentOf(readAt) },
    { title: "负责人", read: ({ assignee }) => assignee?.name ?? "" },
    {
      title: "处理记录",
      read: ({ notes }) =>
        notes.map(({ at, name, text }) => `${momentOf(at)} ${name}：${text}`).join("\n"),
    },
    { title: "来自页面", read: ({ sourceUrl }) => sourceUrl },
    { title: "读者的文字", read: ({ locale }) => locale },
    { title: "同意隐私条款的时间", read: ({ consentAt }) => momentOf(consentAt) },
  ];

const byteOrderMark = "\uFEFF";

/**
 * Write messages as a table that Excel opens: UTF-8 with a byte order mark, CRLF, every cell in quotes.
 *
 * A visitor may write `=HYPERLINK(…)` into the form, and Excel would carry it out. A cell that begins like
 * a formula, also behind spaces, gets an apostrophe before it (OWASP, "CSV Injection").
 */
export function writeCsv(inquiries: readonly Inquiry[], language: string): string {
  const head = columns.map(({ title }) => sayIn(title, language));
  const rows = inquiries.map((inquiry) => columns.map(({ read }) => read(inquiry, language)));
  const lines = [head, ...rows].map((cells) => cells.map(cell).join(","));
  return `${byteOrderMark}${lines.join("\r\n")}\r\n`;
}

/** The full-width signs are taken for the plain ones by some tables. */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function cell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll(/\r\n?/g, "\n").replaceAll('"', '""')}"`;
}
