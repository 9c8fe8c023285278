import { UserIcon } from "@sanity/icons/User";
import { defineField, defineType } from "sanity";

import { say } from "@/lib/studio/locale/say";

import { pictureFields, pictureOptions } from "./picture";

export const author = defineType({
  name: "author",
  title: "作者",
  type: "document",
  icon: UserIcon,
  fields: [
    defineField({
      name: "name",
      title: "姓名",
      type: "string",
      validation: (rule) => rule.required().error(say("请填写姓名")),
    }),
    defineField({ name: "role", title: "职务", type: "string" }),
    defineField({ name: "bio", title: "简介", type: "text", rows: 4 }),
    defineField({
      name: "photo",
      title: "照片",
      type: "image",
      options: pictureOptions,
      fields: pictureFields,
    }),
  ],
  preview: { select: { title: "name", subtitle: "role", media: "photo" } },
});
