import { defineField, defineType } from "sanity";

import { say } from "@/lib/studio/locale/say";
import { checkWords } from "@/lib/studio/words/check-words";

import { pictureFields, pictureOptions } from "./picture";

export const seo = defineType({
  name: "seo",
  title: "搜索与分享",
  description: "留空则用标题、摘要和封面",
  type: "object",
  options: { collapsible: true, collapsed: false },
  fields: [
    defineField({
      name: "title",
      title: "搜索标题",
      type: "string",
      validation: (rule) => [
        rule.max(40).warning(say("超过 40 个字，搜索结果里会被截断")),
        rule.custom(checkWords).warning(),
      ],
    }),
    defineField({
      name: "description",
      title: "搜索摘要",
      type: "text",
      rows: 3,
      validation: (rule) => [
        rule.max(120).warning(say("超过 120 个字，搜索结果里会被截断")),
        rule.custom(checkWords).warning(),
      ],
    }),
    defineField({
      name: "image",
      title: "分享图片",
      description: "微信等处转发时的卡片图，建议 1200×630",
      type: "image",
      options: pictureOptions,
      fields: pictureFields,
    }),
    defineField({
      name: "noindex",
      title: "不让搜索引擎收录",
      type: "boolean",
      initialValue: false,
    }),
  ],
});
