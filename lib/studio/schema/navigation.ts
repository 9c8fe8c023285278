import { MenuIcon } from "@sanity/icons/Menu";
import { defineArrayMember, defineField, defineType } from "sanity";

import { checkLink } from "@/lib/studio/links/check-links";
import { sayHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";

const address = /^(\/([a-z0-9-]+(\/[a-z0-9-]+)*)?|https:\/\/\S+)$/;

const entry = defineArrayMember({
  title: "菜单项",
  type: "object",
  fields: [
    defineField({
      name: "title",
      title: "文字",
      type: "string",
      validation: (rule) => rule.required().error(say("请填写菜单文字")),
    }),
    defineField({
      name: "href",
      title: "链接",
      description: "站内写路径，不带文字前缀，例如 /news；站外写 https:// 开头的网址",
      type: "string",
      validation: (rule) => [
        rule.required().error(say("请填写链接")),
        rule.regex(address).error(say("站内路径以 / 开头，站外网址以 https:// 开头")),
        rule.custom(checkLink).warning(),
      ],
    }),
  ],
  preview: { select: { title: "title", subtitle: "href" } },
});

export const navigation = defineType({
  name: "navigation",
  title: "导航菜单",
  type: "document",
  icon: MenuIcon,
  fields: [
    defineField({ name: "header", title: "页头", type: "array", of: [entry] }),
    defineField({ name: "footer", title: "页脚", type: "array", of: [entry] }),
  ],
  preview: { prepare: () => ({ title: sayHere("导航菜单") }) },
});
