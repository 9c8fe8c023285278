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
    defineField({
      name: "document",
      title: "文档",
      type: "reference",
      weak: true,
      to: [
        { type: "article" },
        { type: "page" },
        { type: "category" },
        { type: "contactPerson" },
        { type: "siteSettings" },
        { type: "navigation" },
      ],
    }),
    defineField({ name: "tags", title: "标签", type: "array", of: [{ type: "string" }] }),
    defineField({ name: "urls", title: "已刷新的网址", type: "array", of: [{ type: "string" }] }),
    defineField({ name: "result", title: "结果", type: "string" }),
    defineField({ name: "receivedAt", title: "收到时间", type: "datetime" }),
    defineField({ name: "finishedAt", title: "完成时间", type: "datetime" }),
  ],
  preview: { select: { title: "receivedAt", subtitle: "result" } },
});
