import { TagsIcon } from "@sanity/icons/Tags";
import { defineField, defineType } from "sanity";

import { say } from "@/lib/studio/locale/say";

import { slugField } from "./slug-field";

export const category = defineType({
  name: "category",
  title: "栏目",
  type: "document",
  icon: TagsIcon,
  fields: [
    defineField({
      name: "title",
      title: "名称",
      type: "string",
      validation: (rule) => rule.required().error(say("请填写名称")),
    }),
    slugField(),
    defineField({ name: "description", title: "简介", type: "text", rows: 3 }),
    defineField({
      name: "order",
      title: "排序",
      description: "数字小的排在前面",
      type: "number",
      initialValue: 100,
    }),
  ],
  orderings: [{ name: "order", title: "排序", by: [{ field: "order", direction: "asc" }] }],
  preview: { select: { title: "title", subtitle: "slug.current" } },
});
