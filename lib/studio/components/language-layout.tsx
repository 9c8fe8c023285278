import { useEffect } from "react";
import { type LayoutProps, useCurrentLocale } from "sanity";

import { storedLanguage, storeLanguage } from "@/lib/studio/locale/language";

/**
 * Start the Studio again when the language changes: a schema is said in one language when it is built.
 *
 * The page says which one it is, for screen readers and for the browser's choice of characters' shapes.
 */
export function LanguageLayout(props: LayoutProps) {
  const { id } = useCurrentLocale();
  useEffect(() => {
    document.documentElement.lang = id;
    if (id === storedLanguage()) return;
    storeLanguage(id);
    window.location.reload();
  }, [id]);
  return props.renderDefault(props);
}
