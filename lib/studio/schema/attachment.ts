import { DocumentPdfIcon } from "@sanity/icons/DocumentPdf";
import { defineField, defineType } from "sanity";

import { say } from "@/lib/studio/locale/say";

export const attachment = defineType({
  name: "attachment",
  title: "附件",
  type: "object",
  icon: DocumentPdfIcon,
  fields: [
    defineField({
      name: "title",
      title: "名称",
      type: "string",
      validation: (rule) => rule.required().error(say("请填写附件名称")),
    }),
    defineField({
      name: "file",
      title: "文件",
      type: "file",
      validation: (rule) => rule.assetRequired().error(say("请上传文件")),
    }),
  ],
  preview: { select: { title: "title", subtitle: "file.asset.originalFilename" } },
});
