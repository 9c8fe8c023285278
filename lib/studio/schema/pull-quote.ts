import { BlockquoteIcon } from "@sanity/icons/Blockquote";
import { defineField, defineType } from "sanity";

import { sayHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";

export const pullQuote = defineType({
  name: "pullQuote",
  title: "重点引语",
  type: "object",
  icon: BlockquoteIcon,
  fields: [
    defineField({
      name: "text",
      title: "引语",
      type: "text",
      rows: 3,
      validation: (rule) => rule.required().error(say("请填写引语")),
    }),
    defineField({ name: "attribution", title: "说话的人", type: "string" }),
  ],
  preview: {
    select: { title: "text", subtitle: "attribution" },
    prepare: ({ title, subtitle }) => ({ title: title || sayHere("重点引语"), subtitle }),
  },
});
