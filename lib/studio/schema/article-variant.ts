import { defineArrayMember, defineField } from "sanity";

import { say } from "@/lib/studio/locale/say";

import { variantOptions, variantStatuses } from "./variant-options";

const isManual = (parent: unknown): boolean =>
  typeof parent === "object" && parent !== null && "status" in parent && parent.status === "manual";

/** One script's version of an article: converted, checked by a person, or written by hand. */
export const articleVariant = defineArrayMember({
  title: "文字版本",
  type: "object",
  fields: [
    defineField({
      name: "locale",
      title: "文字",
      type: "string",
      options: { list: variantOptions },
      validation: (rule) => rule.required().error(say("请选择文字")),
    }),
    defineField({
      name: "status",
      title: "状态",
      type: "string",
      options: { list: variantStatuses, layout: "radio", direction: "horizontal" },
      initialValue: "auto",
    }),
    defineField({
      name: "title",
      title: "标题",
      type: "string",
      hidden: ({ parent }) => !isManual(parent),
    }),
    defineField({
      name: "excerpt",
      title: "摘要",
      type: "text",
      rows: 3,
      hidden: ({ parent }) => !isManual(parent),
    }),
    defineField({
      name: "body",
      title: "正文",
      type: "body",
      hidden: ({ parent }) => !isManual(parent),
    }),
    defineField({
      name: "basedOn",
      title: "依据的原文版本",
      type: "string",
      readOnly: true,
      hidden: ({ value }) => value === undefined,
    }),
  ],
  preview: {
    select: { locale: "locale", status: "status" },
    prepare: ({ locale, status }) => ({
      title: variantOptions.find(({ value }) => value === locale)?.title ?? "文字版本",
      subtitle: variantStatuses.find(({ value }) => value === status)?.title ?? "",
    }),
  },
});
