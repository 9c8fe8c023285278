import { ArrowRightIcon } from "@sanity/icons/ArrowRight";
import { defineField, defineType } from "sanity";

import { checkLink } from "@/lib/studio/links/check-links";
import { say } from "@/lib/studio/locale/say";

const path = /^\/\S*$/;

export const redirect = defineType({
  name: "redirect",
  title: "网址跳转",
  description: "旧网址自动转到新网址；文章改名时系统会自动添加",
  type: "document",
  icon: ArrowRightIcon,
  fields: [
    defineField({
      name: "from",
      title: "旧路径",
      description: "不带文字前缀，例如 /news/old-name",
      type: "string",
      validation: (rule) => [
        rule.required().error(say("请填写旧路径")),
        rule.regex(path).error(say("路径以 / 开头，中间没有空格")),
      ],
    }),
    defineField({
      name: "to",
      title: "新路径",
      type: "string",
      validation: (rule) => [
        rule.required().error(say("请填写新路径")),
        rule.regex(path).error(say("路径以 / 开头，中间没有空格")),
        rule.custom((to, { document }) =>
          to !== undefined && to === document?.["from"] ? say("新旧路径相同，会打转") : true,
        ),
        rule.custom(checkLink).warning(),
      ],
    }),
    defineField({ name: "permanent", title: "永久跳转", type: "boolean", initialValue: true }),
  ],
  preview: { select: { title: "from", subtitle: "to" } },
});
