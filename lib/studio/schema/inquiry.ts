import { EnvelopeIcon } from "@sanity/icons/Envelope";
import { defineArrayMember, defineField, defineType } from "sanity";

import { sayHere } from "@/lib/studio/locale/language";

import { inquiryStatuses } from "./inquiry-statuses";

const statusOf = (status: unknown): string | null => {
  const title = inquiryStatuses.find(({ value }) => value === status)?.title;
  return title === undefined ? null : sayHere(title);
};

const day = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** What was done about it; the inbox writes down who and when. */
const note = defineArrayMember({
  title: "处理记录",
  type: "object",
  fields: [
    defineField({ name: "text", title: "内容", type: "text" }),
    defineField({ name: "by", title: "账号", type: "string" }),
    defineField({ name: "name", title: "姓名", type: "string" }),
    defineField({ name: "at", title: "时间", type: "datetime" }),
  ],
  preview: { select: { title: "text", subtitle: "name" } },
});

/** A visitor's message. Its id holds a dot, so without a login it does not exist. */
export const inquiry = defineType({
  name: "inquiry",
  title: "留言",
  type: "document",
  icon: EnvelopeIcon,
  liveEdit: true,
  fields: [
    defineField({ name: "name", title: "称呼", type: "string", readOnly: true }),
    defineField({ name: "phone", title: "电话", type: "string", readOnly: true }),
    defineField({ name: "message", title: "留言", type: "text", rows: 6, readOnly: true }),
    defineField({
      name: "status",
      title: "处理状态",
      type: "string",
      options: { list: inquiryStatuses, layout: "radio", direction: "horizontal" },
      initialValue: "new",
    }),
    defineField({ name: "readAt", title: "已读时间", type: "datetime", readOnly: true }),
    defineField({
      name: "assignee",
      title: "负责人",
      type: "object",
      readOnly: true,
      fields: [
        defineField({ name: "id", title: "账号", type: "string" }),
        defineField({ name: "name", title: "姓名", type: "string" }),
      ],
    }),
    defineField({
      name: "notes",
      title: "处理记录",
      type: "array",
      readOnly: true,
      of: [note],
    }),
    defineField({ name: "sourceUrl", title: "来自页面", type: "string", readOnly: true }),
    defineField({ name: "locale", title: "读者的文字", type: "string", readOnly: true }),
    defineField({
      name: "consentAt",
      title: "同意隐私条款的时间",
      type: "datetime",
      readOnly: true,
    }),
    defineField({
      name: "consentVersion",
      title: "同意的条款版本",
      type: "string",
      readOnly: true,
    }),
  ],
  orderings: [
    { name: "newest", title: "新的在前", by: [{ field: "_createdAt", direction: "desc" }] },
  ],
  preview: {
    select: { name: "name", message: "message", status: "status", createdAt: "_createdAt" },
    prepare: ({ name, message, status, createdAt }) => ({
      title: `${name ?? sayHere("（未留称呼）")}：${message ?? ""}`,
      subtitle: [statusOf(status), createdAt ? day.format(new Date(createdAt)) : null]
        .filter(Boolean)
        .join(" · "),
    }),
  },
});
