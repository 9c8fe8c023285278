import { TagIcon } from "@sanity/icons/Tag";
import { defineField, defineType } from "sanity";

import { say } from "@/lib/studio/locale/say";

import { slugField } from "./slug-field";

export const tag = defineType({
  name: "tag",
  title: "标签",
  type: "document",
  icon: TagIcon,
  fields: [
    defineField({
      name: "title",
      title: "名称",
      type: "string",
      validation: (rule) => rule.required().error(say("请填写名称")),
    }),
    slugField(),
  ],
  preview: { select: { title: "title", subtitle: "slug.current" } },
});
