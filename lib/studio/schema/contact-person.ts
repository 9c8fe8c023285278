import { UserIcon } from "@sanity/icons/User";
import { defineField, defineType } from "sanity";

import { say } from "@/lib/studio/locale/say";

import { pictureFields, pictureOptions } from "./picture";

const phone = /^[0-9+][0-9 ()-]{4,24}$/;

export const contactPerson = defineType({
  name: "contactPerson",
  title: "联系人",
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
    defineField({
      name: "tel",
      title: "电话",
      type: "string",
      validation: (rule) => rule.regex(phone).error(say("电话只用数字、空格、+ 和 -")),
    }),
    defineField({
      name: "mobile",
      title: "手机",
      type: "string",
      validation: (rule) => rule.regex(phone).error(say("电话只用数字、空格、+ 和 -")),
    }),
    defineField({
      name: "email",
      title: "电子邮箱",
      type: "string",
      validation: (rule) => rule.email().error(say("请填写完整的邮箱地址")),
    }),
    defineField({ name: "wechatId", title: "微信号", type: "string" }),
    defineField({
      name: "wechatQr",
      title: "微信二维码",
      type: "image",
      options: pictureOptions,
      fields: pictureFields,
    }),
    defineField({ name: "hours", title: "联系时间", type: "string" }),
    defineField({ name: "region", title: "负责地区", type: "string" }),
    defineField({
      name: "order",
      title: "排序",
      description: "数字小的排在前面",
      type: "number",
      initialValue: 100,
    }),
  ],
  orderings: [{ name: "order", title: "排序", by: [{ field: "order", direction: "asc" }] }],
  preview: { select: { title: "name", subtitle: "role", media: "wechatQr" } },
});
