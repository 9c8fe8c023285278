import { DocumentIcon } from "@sanity/icons/Document";
import { defineField, defineType } from "sanity";

import { say } from "@/lib/studio/locale/say";
import { checkBodyWords, checkWords } from "@/lib/studio/words/check-words";

import { slugField } from "./slug-field";

export const page = defineType({
  name: "page",
  title: "页面",
  type: "document",
  icon: DocumentIcon,
  fields: [
    defineField({
      name: "title",
      title: "标题",
      type: "string",
      validation: (rule) => [
        rule.required().error(say("请填写标题")),
        rule.custom(checkWords).warning(),
      ],
    }),
    slugField(),
    defineField({
      name: "body",
      title: "正文",
      type: "body",
      validation: (rule) => rule.custom(checkBodyWords).warning(),
    }),
    defineField({ name: "seo", title: "搜索与分享", type: "seo" }),
  ],
  preview: {
    select: { title: "title", slug: "slug.current" },
    prepare: ({ title, slug }) => ({ title, subtitle: slug ? `/${slug}` : "" }),
  },
});
