import { ImagesIcon } from "@sanity/icons/Images";
import { defineArrayMember, defineField, defineType } from "sanity";

import { sayHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";

import { pictureFields, pictureOptions, picturePreview, requireAsset } from "./picture";

export const gallery = defineType({
  name: "gallery",
  title: "组图",
  type: "object",
  icon: ImagesIcon,
  fields: [
    defineField({
      name: "images",
      title: "图片",
      description: "可一次拖入多张",
      type: "array",
      options: { layout: "grid" },
      of: [
        defineArrayMember({
          type: "image",
          title: "图片",
          options: pictureOptions,
          fields: pictureFields,
          preview: picturePreview,
          validation: requireAsset,
        }),
      ],
      validation: (rule) => rule.required().min(1).error(say("组图至少要有一张图片")),
    }),
  ],
  preview: {
    select: { media: "images.0", title: "images.0.caption" },
    prepare: ({ media, title }) => ({ media, title: title ?? sayHere("组图") }),
  },
});
