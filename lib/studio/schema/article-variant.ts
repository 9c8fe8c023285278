import { defineArrayMember, defineField } from "sanity";

import { sayHere } from "@/lib/studio/locale/language";
import { checkBodyWords, checkWords } from "@/lib/studio/words/check-words";

import { variantField } from "./variant-field";
import { variantOptions, variantStatuses } from "./variant-options";

const isManual = (parent: unknown): boolean =>
  typeof parent === "object" && parent !== null && "status" in parent && parent.status === "manual";

/** One script's version of an article: converted, checked by a person, or written by hand. */
export const articleVariant = defineArrayMember({
  title: "文字版本",
  type: "object",
  fields: [
    variantField,
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
      validation: (rule) => rule.custom(checkWords).warning(),
    }),
    defineField({
      name: "excerpt",
      title: "摘要",
      type: "text",
      rows: 3,
      hidden: ({ parent }) => !isManual(parent),
      validation: (rule) => rule.custom(checkWords).warning(),
    }),
    defineField({
      name: "body",
      title: "正文",
      type: "body",
      hidden: ({ parent }) => !isManual(parent),
      validation: (rule) => rule.custom(checkBodyWords).warning(),
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
      title: sayHere(variantOptions.find(({ value }) => value === locale)?.title ?? "文字版本"),
      subtitle: sayHere(variantStatuses.find(({ value }) => value === status)?.title ?? ""),
    }),
  },
});
