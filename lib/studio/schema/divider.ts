import { RemoveIcon } from "@sanity/icons/Remove";
import { defineField, defineType } from "sanity";

export const divider = defineType({
  name: "divider",
  title: "分隔线",
  type: "object",
  icon: RemoveIcon,
  // Sanity refuses an object without a field; this one is never filled.
  fields: [defineField({ name: "style", title: "样式", type: "string", hidden: true })],
  preview: { prepare: () => ({ title: "——————" }) },
});
