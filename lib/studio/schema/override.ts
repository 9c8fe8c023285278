import { defineArrayMember, defineField } from "sanity";

import { VariantInput } from "@/lib/studio/components/variant-input";
import { sayHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";

import { variantOptions } from "./variant-options";

/** A form chosen for one article; it wins over the site's glossary. */
export const override = defineArrayMember({
  title: "本文专用写法",
  type: "object",
  options: { columns: 3 },
  fields: [
    defineField({
      name: "from",
      title: "原文",
      type: "string",
      validation: (rule) => rule.required().error(say("请填写原文里的字词")),
    }),
    defineField({
      name: "to",
      title: "写成",
      type: "string",
      validation: (rule) => rule.required().error(say("请填写要写成的字词")),
    }),
    defineField({
      name: "locale",
      title: "用于",
      description: "留空则用于所有其他文字",
      type: "string",
      options: { list: variantOptions },
      components: { input: VariantInput },
    }),
  ],
  preview: {
    select: { from: "from", to: "to", locale: "locale" },
    prepare: ({ from, to, locale }) => ({
      title: `${from ?? "…"} → ${to ?? "…"}`,
      subtitle: sayHere(variantOptions.find(({ value }) => value === locale)?.title ?? ""),
    }),
  },
});
