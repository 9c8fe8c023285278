import { defineField } from "sanity";

import { VariantInput } from "@/lib/studio/components/variant-input";
import { say } from "@/lib/studio/locale/say";

import { variantOptions } from "./variant-options";

/** Which script a version or a spelling is for. */
export const variantField = defineField({
  name: "locale",
  title: "文字",
  type: "string",
  options: { list: variantOptions },
  components: { input: VariantInput },
  validation: (rule) => rule.required().error(say("请选择文字")),
});
