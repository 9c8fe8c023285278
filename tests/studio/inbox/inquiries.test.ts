import { describe, expect, it } from "vitest";

import {
  everything,
  type Filter,
  filterInquiries,
  type Inquiry,
  nobody,
  parseInquiries,
} from "../../../lib/studio/inbox/inquiries.ts";

const inquiries: Inquiry[] = parseInquiries([
  {
    _id: "inquiry.a",
    _createdAt: "2026-11-19T17:30:00.000Z",
    name: "于先生",
    phone: "154-0000-0999",
    message: "两台旧泵想换成磁力泵",
    status: "new",
    notes: [{ _key: "n", text: "已回电", by: "u1", name: "小林", at: "2026-11-20T01:00:00Z" }],
    assignee: { id: "u1", name: "小林" },
  },
  {
    _id: "inquiry.b",
    _createdAt: "2026-11-21T02:00:00.000Z",
    name: "皇甫女士",
    message: "請寄型錄",
    status: "done",
    readAt: "2026-11-21T03:00:00.000Z",
    notes: null,
  },
]);

describe("filterInquiries", () => {
  it.each<{ name: string; filter: Partial<Filter>; ids: string[] }>([
    { name: "keeps everything when nothing is asked", filter: {}, ids: ["a", "b"] },
    { name: "by status", filter: { status: "done" }, ids: ["b"] },
    { name: "by who has it", filter: { assignee: "u1" }, ids: ["a"] },
    { name: "by nobody having it", filter: { assignee: nobody }, ids: ["b"] },
    { name: "by words, all of them", filter: { words: "旧泵 于先生" }, ids: ["a"] },
    { name: "by words, not only one of them", filter: { words: "旧泵 皇甫" }, ids: [] },
    { name: "by a number without its hyphens", filter: { words: "15400000999" }, ids: ["a"] },
    { name: "by the words of a note", filter: { words: "回电" }, ids: ["a"] },
    {
      name: "by Traditional words what is Simplified",
      filter: { words: "舊泵 於先生" },
      ids: ["a"],
    },
    { name: "by Simplified words what is Traditional", filter: { words: "型录" }, ids: ["b"] },
    { name: "by digits in full width", filter: { words: "１５４　回電" }, ids: ["a"] },
    {
      name: "by the day in Shanghai, not in London",
      filter: { from: "2026-11-20", to: "2026-11-20" },
      ids: ["a"],
    },
    { name: "by not being read", filter: { isUnreadOnly: true }, ids: ["a"] },
  ])("$name", ({ filter, ids }) => {
    const found = filterInquiries(inquiries, { ...everything, ...filter });
    expect(found.map(({ _id }) => _id)).toEqual(ids.map((id) => `inquiry.${id}`));
  });
});
