import { InfoOutlineIcon } from "@sanity/icons/InfoOutline";
import { defineField, defineType } from "sanity";

import { sayHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";

export const callout = defineType({
  name: "callout",
  title: "提示框",
  type: "object",
  icon: InfoOutlineIcon,
  fields: [
    defineField({
      name: "tone",
      title: "语气",
      type: "string",
      options: {
        list: [
          { title: "提示", value: "info" },
          { title: "注意", value: "warning" },
        ],
        layout: "radio",
        direction: "horizontal",
      },
      initialValue: "info",
    }),
    defineField({
      name: "text",
      title: "内容",
      type: "text",
      rows: 3,
      validation: (rule) => rule.required().error(say("请填写内容")),
    }),
  ],
  preview: {
    select: { title: "text" },
    prepare: ({ title }) => ({ title: title || sayHere("提示框") }),
  },
});
