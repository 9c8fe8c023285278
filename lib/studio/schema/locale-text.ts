import { defineArrayMember, defineField } from "sanity";

import { sayHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";

import { variantField } from "./variant-field";
import { variantOptions } from "./variant-options";

/** Members of the content model's plain lists carry no `_type`, so this one stays anonymous. */
export const localeText = defineArrayMember({
  title: "写法",
  type: "object",
  options: { columns: 2 },
  fields: [
    variantField,
    defineField({
      name: "text",
      title: "写法",
      type: "string",
      validation: (rule) => rule.required().error(say("请填写写法")),
    }),
  ],
  preview: {
    select: { title: "text", locale: "locale" },
    prepare: ({ title, locale }) => ({
      title,
      subtitle: sayHere(variantOptions.find(({ value }) => value === locale)?.title ?? ""),
    }),
  },
});
