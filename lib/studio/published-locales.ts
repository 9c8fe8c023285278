import { createContext, useContext } from "react";

import { scriptOptions, variantOptions } from "@/lib/studio/schema/variant-options";

/** What the site is published in (`LOCALES`); what is written for anything else, no reader sees. */
export const PublishedLocales = createContext<readonly string[]>(
  scriptOptions.map(({ value }) => value),
);

/** The written forms that readers of this site can choose. */
export function useVariantOptions() {
  const locales = useContext(PublishedLocales);
  return variantOptions.filter(({ value }) => locales.includes(value));
}
