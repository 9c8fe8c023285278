import { defineField, defineType } from "sanity";

import { checkSharedDescription, checkSharedTitle } from "@/lib/studio/share-card";
import { checkWords } from "@/lib/studio/words/check-words";

import { pictureFields, pictureOptions } from "./picture";

export const seo = defineType({
  name: "seo",
  title: "搜索与分享",
  description: "留空则用标题和摘要；图片是写着标题的一张",
  type: "object",
  options: { collapsible: true, collapsed: false },
  fields: [
    defineField({
      name: "title",
      title: "搜索标题",
      type: "string",
      validation: (rule) => [
        rule.custom(checkSharedTitle).warning(),
        rule.custom(checkWords).warning(),
      ],
    }),
    defineField({
      name: "description",
      title: "搜索摘要",
      type: "text",
      rows: 3,
      validation: (rule) => [
        rule.custom(checkSharedDescription).warning(),
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
