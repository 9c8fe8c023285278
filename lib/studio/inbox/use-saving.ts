import { useToast } from "@sanity/ui";
import { useCallback } from "react";
import { useCurrentLocale } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";

/** Wait for a change; whether it is kept now. An editor whose change is lost is told so. */
export type Save = (change: Promise<unknown>) => Promise<boolean>;

export function useSaving(): Save {
  const { id: locale } = useCurrentLocale();
  const { push } = useToast();
  return useCallback(
    async (change) => {
      try {
        await change;
        return true;
      } catch {
        push({
          id: "inquiry-not-saved",
          closable: true,
          duration: 15_000,
          status: "error",
          title: sayIn("没有保存成功，请检查网络后再试一次", locale),
        });
        return false;
      }
    },
    [locale, push],
  );
}
