import { LinkIcon } from "@sanity/icons/Link";
import { defineField, defineType } from "sanity";

import { say } from "@/lib/studio/locale/say";

export const friendLink = defineType({
  name: "friendLink",
  title: "友情链接",
  type: "document",
  icon: LinkIcon,
  fields: [
    defineField({
      name: "title",
      title: "名称",
      type: "string",
      validation: (rule) => rule.required().error(say("请填写名称")),
    }),
    defineField({
      name: "url",
      title: "网址",
      type: "url",
      validation: (rule) => [
        rule.required().error(say("请填写网址")),
        rule
          .uri({ scheme: ["https", "http"] })
          .error(say("请填写完整的网址，例如 https://example.com/")),
      ],
    }),
    defineField({
      name: "order",
      title: "排序",
      description: "数字小的排在前面",
      type: "number",
      initialValue: 100,
    }),
  ],
  orderings: [{ name: "order", title: "排序", by: [{ field: "order", direction: "asc" }] }],
  preview: { select: { title: "title", subtitle: "url" } },
});
