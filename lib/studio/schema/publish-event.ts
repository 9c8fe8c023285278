import { PublishIcon } from "@sanity/icons/Publish";
import { defineField, defineType } from "sanity";

/** What a publish refreshed. Written by the site, read by the publish receipt, edited by nobody. */
export const publishEvent = defineType({
  name: "publishEvent",
  title: "发布回执",
  type: "document",
  icon: PublishIcon,
  liveEdit: true,
  readOnly: true,
  fields: [
    // Not a reference: whoever deletes a document would be warned of each of its receipts.
    defineField({ name: "document", title: "文档", type: "string" }),
    defineField({ name: "tags", title: "标签", type: "array", of: [{ type: "string" }] }),
    defineField({ name: "urls", title: "已刷新的网址", type: "array", of: [{ type: "string" }] }),
    defineField({ name: "isWithdrawal", title: "从网站撤下", type: "boolean" }),
    defineField({ name: "gone", title: "已撤下的网址", type: "array", of: [{ type: "string" }] }),
    defineField({ name: "all", title: "刷新整个网站", type: "boolean" }),
    defineField({ name: "committedAt", title: "发布时间", type: "datetime" }),
    defineField({ name: "receivedAt", title: "收到时间", type: "datetime" }),
    defineField({ name: "refreshedAt", title: "通知各页时间", type: "datetime" }),
    defineField({ name: "finishedAt", title: "完成时间", type: "datetime" }),
    defineField({ name: "failures", title: "失败次数", type: "number" }),
    defineField({ name: "error", title: "失败原因", type: "string" }),
  ],
  preview: { select: { title: "receivedAt", subtitle: "error" } },
});
