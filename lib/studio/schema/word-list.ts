import { WarningOutlineIcon } from "@sanity/icons/WarningOutline";
import { defineArrayMember, defineField, defineType } from "sanity";

import { sayHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";

const entry = defineArrayMember({
  title: "词语",
  type: "object",
  fields: [
    defineField({
      name: "word",
      title: "词语",
      description: "中间夹符号、空格或写成拼音的也会认出来",
      type: "string",
      validation: (rule) => rule.required().error(say("请填写词语")),
    }),
    defineField({ name: "reason", title: "为什么不用", type: "string" }),
    defineField({ name: "suggestion", title: "建议写成", type: "string" }),
  ],
  preview: {
    select: { title: "word", reason: "reason", suggestion: "suggestion" },
    prepare: ({ title, reason, suggestion }) => ({
      title: suggestion ? `${title ?? ""} → ${suggestion}` : title,
      subtitle: reason,
    }),
  },
});

/** Words the company itself avoids. Saved at once: there is nothing to publish, for readers never see it. */
export const wordList = defineType({
  name: "wordList",
  title: "用词提醒",
  type: "document",
  icon: WarningOutlineIcon,
  liveEdit: true,
  fields: [
    defineField({
      name: "words",
      title: "本公司不用的词语",
      description: "写文章时遇到这些词会提醒，说明原因，但不会替您改；广告法的用语已经内置",
      type: "array",
      of: [entry],
    }),
  ],
  preview: { prepare: () => ({ title: sayHere("用词提醒") }) },
});
