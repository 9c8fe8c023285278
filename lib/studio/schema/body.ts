import { AsteriskIcon } from "@sanity/icons/Asterisk";
import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { LockIcon } from "@sanity/icons/Lock";
import { TranslateIcon } from "@sanity/icons/Translate";
import { defineArrayMember, defineField, defineType } from "sanity";

import { BodyInput } from "@/lib/studio/components/body-input";
import { checkLink, checkReference } from "@/lib/studio/links/check-links";
import { say } from "@/lib/studio/locale/say";

import { localeText } from "./locale-text";
import { SubscriptIcon, SuperscriptIcon } from "./mark-icons";
import { pictureFields, pictureOptions, picturePreview, requireAsset } from "./picture";

const link = defineArrayMember({
  name: "link",
  title: "外部链接",
  type: "object",
  fields: [
    defineField({
      name: "href",
      title: "网址",
      type: "url",
      validation: (rule) => [
        rule
          .required()
          .uri({ scheme: ["http", "https", "mailto", "tel"], allowRelative: true })
          .error(say("请填写完整的网址，例如 https://example.com/")),
        rule.custom(checkLink).warning(),
      ],
    }),
    defineField({ name: "newTab", title: "在新窗口打开", type: "boolean", initialValue: false }),
  ],
});

const internalLink = defineArrayMember({
  name: "internalLink",
  title: "站内链接",
  type: "object",
  icon: DocumentTextIcon,
  fields: [
    defineField({
      name: "reference",
      title: "链接到",
      type: "reference",
      to: [{ type: "article" }, { type: "page" }],
      validation: (rule) => [
        rule.required().error(say("请选择要链接的文章或页面")),
        rule.custom(checkReference).warning(),
      ],
    }),
  ],
});

const noConvert = defineArrayMember({
  name: "noConvert",
  title: "不转换简繁",
  description: "这几个字在两种文字里写法相同，例如品牌名",
  type: "object",
  icon: LockIcon,
  fields: [
    defineField({
      name: "note",
      title: "说明（可不填）",
      type: "string",
    }),
  ],
});

const variant = defineArrayMember({
  name: "variant",
  title: "指定写法",
  description: "为选中的文字逐一指定各种文字的写法",
  type: "object",
  icon: TranslateIcon,
  fields: [defineField({ name: "forms", title: "各文字的写法", type: "array", of: [localeText] })],
});

const footnote = defineArrayMember({
  name: "footnote",
  title: "脚注",
  type: "object",
  icon: AsteriskIcon,
  fields: [
    defineField({
      name: "text",
      title: "脚注内容",
      type: "text",
      rows: 3,
      validation: (rule) => rule.required().error(say("请填写脚注内容")),
    }),
  ],
});

const block = defineArrayMember({
  title: "段落",
  type: "block",
  styles: [
    { title: "正文", value: "normal" },
    { title: "二级标题", value: "h2" },
    { title: "三级标题", value: "h3" },
    { title: "四级标题", value: "h4" },
    { title: "引文", value: "blockquote" },
  ],
  lists: [
    { title: "项目符号", value: "bullet" },
    { title: "编号", value: "number" },
  ],
  marks: {
    decorators: [
      { title: "加粗", value: "strong" },
      { title: "强调", value: "em" },
      { title: "下划线", value: "underline" },
      { title: "删除线", value: "strike-through" },
      { title: "代码", value: "code" },
      { title: "上标", value: "sup", icon: SuperscriptIcon },
      { title: "下标", value: "sub", icon: SubscriptIcon },
    ],
    annotations: [link, internalLink, noConvert, variant, footnote],
  },
});

/** The text of an article or a page: see docs/content-model.md for what each member holds. */
export const body = defineType({
  name: "body",
  title: "正文",
  type: "array",
  components: { input: BodyInput },
  of: [
    block,
    defineArrayMember({
      type: "image",
      title: "图片",
      options: pictureOptions,
      fields: pictureFields,
      preview: picturePreview,
      validation: requireAsset,
    }),
    defineArrayMember({ type: "gallery" }),
    defineArrayMember({ type: "table" }),
    defineArrayMember({ type: "video" }),
    defineArrayMember({ type: "attachment" }),
    defineArrayMember({ type: "pullQuote" }),
    defineArrayMember({ type: "callout" }),
    defineArrayMember({ type: "divider" }),
  ],
});
