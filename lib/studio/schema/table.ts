import { ThListIcon } from "@sanity/icons/ThList";
import { defineArrayMember, defineField, defineType } from "sanity";

import { TableRowsInput } from "@/lib/studio/components/table-rows-input";
import { sayHere } from "@/lib/studio/locale/language";

export const table = defineType({
  name: "table",
  title: "表格",
  type: "object",
  icon: ThListIcon,
  fields: [
    defineField({ name: "caption", title: "表题", type: "string" }),
    defineField({ name: "headerRow", title: "第一行是表头", type: "boolean", initialValue: true }),
    defineField({
      name: "rows",
      title: "内容",
      type: "array",
      of: [
        defineArrayMember({
          title: "行",
          type: "object",
          fields: [
            defineField({
              name: "cells",
              title: "单元格",
              type: "array",
              of: [{ type: "string" }],
            }),
          ],
        }),
      ],
      components: { input: TableRowsInput },
    }),
  ],
  preview: {
    select: { title: "caption", rows: "rows" },
    prepare: ({ title, rows }) => ({
      title: title ?? sayHere("表格"),
      subtitle: `${Object.keys(rows ?? {}).length} ${sayHere("行")}`,
    }),
  },
});
