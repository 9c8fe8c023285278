import { ArrowRightIcon } from "@sanity/icons/ArrowRight";
import { defineField, defineType } from "sanity";

import { checkLink } from "@/lib/studio/links/check-links";
import { checkCircle, checkSource } from "@/lib/studio/links/check-redirects";
import { namesScript } from "@/lib/studio/links/site-path";
import { say } from "@/lib/studio/locale/say";

const path = /^\/\S*$/;
/** The site looks for an address without its end slash, its query and the place within the page. */
const comparedPath = /^[^?#]*(?<!\/)$/;

/** The site puts the reader's script before an address by itself, and takes it off before it looks for one. */
const checkScript = (address: string | undefined) =>
  namesScript(address ?? "") ? say("不要写 /zh-Hans、/zh-Hant 这样的文字前缀，网站会自己加") : true;

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
        rule.regex(comparedPath).error(say("旧路径末尾不写 /，也不带 ? 和 # 后面的部分")),
        rule.custom(checkScript),
        rule.custom(checkSource),
      ],
    }),
    defineField({
      name: "to",
      title: "新路径",
      description: "同样不带文字前缀，例如 /news/new-name",
      type: "string",
      validation: (rule) => [
        rule.required().error(say("请填写新路径")),
        rule.regex(path).error(say("路径以 / 开头，中间没有空格")),
        rule.custom(checkScript),
        rule.custom(checkCircle),
        rule.custom(checkLink).warning(),
      ],
    }),
    defineField({ name: "permanent", title: "永久跳转", type: "boolean", initialValue: true }),
  ],
  preview: { select: { title: "from", subtitle: "to" } },
});
