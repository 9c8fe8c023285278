import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { defineArrayMember, defineField, defineType } from "sanity";

import { ArticleInput } from "@/lib/studio/components/article-input";
import { checkReference } from "@/lib/studio/links/check-links";
import { scriptHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";
import { checkScript } from "@/lib/studio/scripts/wrong-script";
import { checkArticleTitle } from "@/lib/studio/share-card";
import { checkBodyWords, checkWords } from "@/lib/studio/words/check-words";

import { articleSummary } from "./article-summary";
import { articleVariant } from "./article-variant";
import { override } from "./override";
import { pictureFields, pictureOptions } from "./picture";
import { slugField } from "./slug-field";
import { scriptOptions } from "./variant-options";

const groups = [
  { name: "content", title: "内容", default: true },
  { name: "filing", title: "归类与发布" },
  { name: "scripts", title: "简繁文字" },
  { name: "sharing", title: "搜索与分享" },
];

const contentFields = [
  defineField({
    name: "title",
    title: "标题",
    type: "string",
    group: "content",
    validation: (rule) => [
      rule.required().error(say("请填写标题")),
      rule.custom(checkArticleTitle).warning(),
      rule.custom(checkWords).warning(),
    ],
  }),
  { ...slugField(), group: "content" },
  defineField({
    name: "category",
    title: "栏目",
    type: "reference",
    to: [{ type: "category" }],
    group: ["content", "filing"],
    validation: (rule) => rule.required().error(say("请选择栏目")),
  }),
  defineField({
    name: "excerpt",
    title: "摘要",
    description: "列表和分享卡片里的一两句话，60–120 个字最合适；搜索结果只显示开头",
    type: "text",
    rows: 3,
    group: "content",
    validation: (rule) => [
      rule.max(160).warning(say("摘要超过 160 个字，列表里会被截断")),
      rule.custom(checkWords).warning(),
      rule
        .custom((text) =>
          text === undefined || text.trim() === ""
            ? say("没有摘要：列表和分享卡片会只显示标题")
            : true,
        )
        .warning(),
    ],
  }),
  defineField({
    name: "cover",
    title: "封面",
    description: "建议 1600×900 以上；点图片右上角的裁剪图标可指定重点位置",
    type: "image",
    options: pictureOptions,
    fields: pictureFields,
    group: "content",
    validation: (rule) =>
      rule
        .custom((cover) =>
          cover?.asset === undefined
            ? say("没有封面：列表里没有图片，分享时用写着标题的图片")
            : true,
        )
        .warning(),
  }),
  defineField({
    name: "body",
    title: "正文",
    type: "body",
    group: "content",
    validation: (rule) => rule.custom(checkBodyWords).warning(),
  }),
  defineField({ name: "video", title: "视频", type: "video", group: "content" }),
];

const filingFields = [
  defineField({
    name: "publishedAt",
    title: "发布日期",
    description: "显示在文章里的日期；不会推迟发布",
    type: "datetime",
    group: "filing",
    options: { dateFormat: "YYYY-MM-DD", timeFormat: "HH:mm" },
    initialValue: () => new Date().toISOString(),
    validation: (rule) => rule.required().error(say("请填写发布日期")),
  }),
  defineField({
    name: "tags",
    title: "标签",
    type: "array",
    of: [defineArrayMember({ type: "reference", to: [{ type: "tag" }] })],
    group: "filing",
    validation: (rule) => rule.unique().error(say("同一个标签只需选一次")),
  }),
  defineField({
    name: "author",
    title: "作者",
    type: "reference",
    to: [{ type: "author" }],
    group: "filing",
  }),
  defineField({
    name: "source",
    title: "转载来源",
    type: "object",
    group: "filing",
    options: { columns: 2, collapsible: true, collapsed: true },
    fields: [
      defineField({ name: "name", title: "来源名称", type: "string" }),
      defineField({ name: "url", title: "原文网址", type: "url" }),
    ],
  }),
  defineField({
    name: "contact",
    title: "联系人",
    description: "读者看完文章可以找谁",
    type: "reference",
    to: [{ type: "contactPerson" }],
    group: "filing",
  }),
  defineField({
    name: "related",
    title: "相关文章",
    type: "array",
    of: [
      defineArrayMember({
        type: "reference",
        to: [{ type: "article" }],
        validation: (rule) => rule.custom(checkReference).warning(),
      }),
    ],
    group: "filing",
    validation: (rule) => rule.unique().error(say("同一篇文章只需选一次")),
  }),
  defineField({
    name: "pinned",
    title: "置顶",
    type: "boolean",
    group: "filing",
    initialValue: false,
  }),
  defineField({
    name: "updatedAt",
    title: "更新日期",
    description: "内容有实质更新时填写",
    type: "datetime",
    group: "filing",
    options: { dateFormat: "YYYY-MM-DD", timeFormat: "HH:mm" },
  }),
  defineField({
    name: "updateNote",
    title: "更新说明",
    description: "告诉读者改了什么，例如：更正第二段的日期",
    type: "string",
    group: "filing",
  }),
];

const scriptFields = [
  defineField({
    name: "script",
    title: "撰写文字",
    description: "本文是用哪种文字写的；另一种由系统转换",
    type: "string",
    group: "scripts",
    options: { list: scriptOptions, layout: "radio", direction: "horizontal" },
    // Who works in Traditional Chinese mostly writes it.
    initialValue: scriptHere,
    validation: (rule) => [
      rule.required().error(say("请选择撰写文字")),
      rule.custom((_, { document }) => checkScript(document)).warning(),
    ],
  }),
  defineField({
    name: "overrides",
    title: "本文专用写法",
    description: "个别字词在另一种文字里怎么写，只对本文有效",
    type: "array",
    of: [override],
    group: "scripts",
  }),
  defineField({
    name: "variants",
    title: "文字版本",
    description: "默认自动转换；需要时可改为人工撰写",
    type: "array",
    of: [articleVariant],
    group: "scripts",
  }),
];

export const article = defineType({
  name: "article",
  title: "文章",
  type: "document",
  icon: DocumentTextIcon,
  groups,
  components: { input: ArticleInput },
  fields: [
    ...contentFields,
    ...filingFields,
    ...scriptFields,
    defineField({ name: "seo", title: "搜索与分享", type: "seo", group: "sharing" }),
  ],
  orderings: [
    {
      name: "publishedAtDesc",
      title: "发布日期，新的在前",
      by: [{ field: "publishedAt", direction: "desc" }],
    },
    { name: "titleAsc", title: "标题", by: [{ field: "title", direction: "asc" }] },
  ],
  preview: {
    select: {
      title: "title",
      category: "category.title",
      publishedAt: "publishedAt",
      pinned: "pinned",
      media: "cover",
    },
    prepare: ({ media, ...selection }) => ({ ...articleSummary(selection), media }),
  },
});
