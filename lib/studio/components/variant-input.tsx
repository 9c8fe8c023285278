import { useMemo } from "react";
import type { StringInputProps } from "sanity";

import { useVariantOptions } from "@/lib/studio/published-locales";

/**
 * Offer the written forms that the site publishes, and the one that was chosen while it published more.
 *
 * The type itself allows all, so that a document stays valid when a form is no longer published.
 */
export function VariantInput(props: StringInputProps) {
  const { schemaType, value, renderDefault } = props;
  const published = useVariantOptions();
  const offered = [...published.map((option) => option.value), value].join();
  const narrowed = useMemo(() => {
    const isOffered = (option: string | { value?: string }) =>
      offered.split(",").includes(typeof option === "string" ? option : (option.value ?? ""));
    const list = (schemaType.options?.list ?? []).filter(isOffered);
    return { ...schemaType, options: { ...schemaType.options, list } };
  }, [offered, schemaType]);
  return renderDefault({ ...props, schemaType: narrowed });
}
