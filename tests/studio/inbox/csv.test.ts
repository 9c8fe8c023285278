import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";

import { writeCsv } from "../../../lib/studio/inbox/csv.ts";
import { parseInquiries } from "../../../lib/studio/inbox/inquiries.ts";

const inquiry = {
  _id: "inquiry.a",
  _createdAt: "2026-11-19T06:12:00.000Z",
  name: "于先生",
  phone: "154-0000-0999",
  message: '他说"好"，\r\n下午，两点。',
  status: "open",
  sourceUrl: "/zh-Hans/news/hf-m-xuanxing-biao",
  locale: "zh-Hans",
  notes: [{ _key: "n", text: "已回电", by: "u1", name: "小林", at: "2026-11-20T01:00:00Z" }],
  assignee: { id: "u1", name: "小林" },
};

const bytes = (...documents: object[]) =>
  Buffer.from(writeCsv(parseInquiries(documents), "zh-Hans"), "utf8");

/** As a table program reads it; the first row is the head. */
const read = (csv: Buffer) => parse(csv, { bom: true, recordDelimiter: "\r\n" });

describe("writeCsv", () => {
  it("comes back from a real parser as it was, a row for a message", () => {
    const [head, row, ...more] = read(bytes(inquiry));
    expect(more).toEqual([]);
    expect(head).toEqual([
      "时间",
      "称呼",
      "电话",
      "留言",
      "处理状态",
      "已读时间",
      "负责人",
      "处理记录",
      "来自页面",
      "读者的文字",
      "同意隐私条款的时间",
    ]);
    expect(row).toEqual([
      "2026-11-19 14:12",
      "于先生",
      "154-0000-0999",
      '他说"好"，\n下午，两点。',
      "处理中",
      "",
      "小林",
      "2026-11-20 09:00 小林：已回电",
      "/zh-Hans/news/hf-m-xuanxing-biao",
      "zh-Hans",
      "",
    ]);
  });

  it("begins with a byte order mark, ends each row with CRLF and holds no other CR", () => {
    const csv = bytes(inquiry, inquiry);
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = csv.toString("utf8");
    expect(text.endsWith('"\r\n')).toBe(true);
    expect(text.match(/\r/g)).toHaveLength(3);
    expect(text.match(/"\r\n/g)).toHaveLength(3);
  });

  it.each(["=1+1", "+86 154", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "\u200b=1"])(
    "lets no cell begin as a formula: %j",
    (message) => {
      const [, row] = read(bytes({ ...inquiry, message }));
      expect(row?.[3]).toMatch(/^'/);
      expect(row?.[3]?.slice(1)).toBe(message.replace("\r", "\n"));
    },
  );

  it("guards names and numbers as well", () => {
    const [, row] = read(bytes({ ...inquiry, name: '=HYPERLINK("x")', phone: "+886 2 2345 6789" }));
    expect(row?.slice(1, 3)).toEqual([`'=HYPERLINK("x")`, "'+886 2 2345 6789"]);
  });

  it("is headed in the interface's script", () => {
    const csv = writeCsv(parseInquiries([inquiry]), "zh-Hant");
    expect(read(Buffer.from(csv))[0]).toContain("處理狀態");
  });
});
