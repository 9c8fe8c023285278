import { CogIcon } from "@sanity/icons/Cog";
import { defineField, defineType } from "sanity";

import { sayHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";

import { pictureFields, pictureOptions } from "./picture";
import { scriptOptions } from "./variant-options";

const picture = { type: "image" as const, options: pictureOptions, fields: pictureFields };

const identity = [
  defineField({
    name: "legalName",
    title: "公司全称",
    type: "string",
    group: "identity",
    validation: (rule) => rule.required().error(say("请填写公司全称")),
  }),
  defineField({ name: "shortName", title: "简称", type: "string", group: "identity" }),
  defineField({ ...picture, name: "logo", title: "标志", group: "identity" }),
  defineField({ name: "tagline", title: "标语", type: "string", group: "identity" }),
  defineField({ name: "description", title: "公司简介", type: "text", rows: 4, group: "identity" }),
  defineField({
    name: "defaultScript",
    title: "默认文字",
    description: "读者浏览器没有说明时显示哪种文字",
    type: "string",
    options: { list: scriptOptions, layout: "radio", direction: "horizontal" },
    initialValue: "zh-Hans",
    group: "identity",
  }),
  defineField({ ...picture, name: "shareImage", title: "默认分享图片", group: "identity" }),
];

const address = defineField({
  name: "address",
  title: "地址",
  type: "object",
  group: "contact",
  options: { columns: 2 },
  fields: [
    defineField({ name: "text", title: "地址", type: "string" }),
    defineField({
      name: "lat",
      title: "纬度",
      type: "number",
      validation: (rule) => rule.min(-90).max(90).error(say("纬度在 -90 到 90 之间")),
    }),
    defineField({
      name: "lng",
      title: "经度",
      type: "number",
      validation: (rule) => rule.min(-180).max(180).error(say("经度在 -180 到 180 之间")),
    }),
  ],
});

const contact = [
  address,
  defineField({ name: "hotline", title: "服务热线", type: "string", group: "contact" }),
  defineField({
    name: "email",
    title: "电子邮箱",
    type: "string",
    group: "contact",
    validation: (rule) => rule.email().error(say("请填写完整的邮箱地址")),
  }),
  defineField({ name: "hours", title: "服务时间", type: "string", group: "contact" }),
  defineField({ ...picture, name: "wechatQr", title: "公众号二维码", group: "contact" }),
];

const filing = [
  defineField({
    name: "icpNumber",
    title: "ICP 备案号",
    description: "显示在页脚，例如：闽ICP备00000000号",
    type: "string",
    group: "filing",
  }),
  defineField({ name: "psbNumber", title: "公安备案号", type: "string", group: "filing" }),
  defineField({
    name: "analytics",
    title: "访问统计",
    description: "留空则不统计",
    type: "object",
    group: "filing",
    fields: [
      defineField({ name: "baidu", title: "百度统计编号", type: "string" }),
      defineField({ name: "umami", title: "Umami 编号", type: "string" }),
    ],
  }),
];

export const siteSettings = defineType({
  name: "siteSettings",
  title: "网站设置",
  type: "document",
  icon: CogIcon,
  groups: [
    { name: "identity", title: "公司", default: true },
    { name: "contact", title: "联系方式" },
    { name: "filing", title: "备案与统计" },
  ],
  fields: [...identity, ...contact, ...filing],
  preview: { prepare: () => ({ title: sayHere("网站设置") }) },
});
