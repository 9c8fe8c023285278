import { BookIcon } from "@sanity/icons/Book";
import { defineField, defineType } from "sanity";

import { sayHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";

import { localeText } from "./locale-text";

export const glossaryTerm = defineType({
  name: "glossaryTerm",
  title: "术语",
  description: "全站统一的写法：公司名、产品名、人名、专门用语",
  type: "document",
  icon: BookIcon,
  fields: [
    defineField({
      name: "forms",
      title: "各文字的写法",
      description: "每种文字一行；两行写法相同，就表示永不转换",
      type: "array",
      of: [localeText],
      validation: (rule) => rule.required().min(2).error(say("至少要有简体和繁体两种写法")),
    }),
    defineField({
      name: "match",
      title: "何时替换",
      type: "string",
      options: {
        list: [
          { title: "出现就替换", value: "always" },
          { title: "只在成词时替换", value: "word" },
        ],
        layout: "radio",
      },
      initialValue: "always",
    }),
    defineField({ name: "note", title: "备注", type: "string" }),
  ],
  preview: {
    select: { first: "forms.0.text", second: "forms.1.text", note: "note" },
    prepare: ({ first, second, note }) => ({
      title: [first, second].filter(Boolean).join(" ↔ ") || sayHere("新术语"),
      subtitle: note,
    }),
  },
});
