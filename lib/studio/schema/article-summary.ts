import { z } from "zod";

import { sayHere } from "@/lib/studio/locale/language";

const selectionSchema = z.object({
  title: z.string().nullish(),
  category: z.string().nullish(),
  publishedAt: z.string().nullish(),
  pinned: z.boolean().nullish(),
});

const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short" });

/** Say an article in two lines for lists and pickers: title; category and the day readers see. */
export function articleSummary(selection: unknown): { title: string; subtitle: string } {
  const { title, category, publishedAt, pinned } = selectionSchema.parse(selection);
  const date = publishedAt ? day.format(new Date(publishedAt)) : null;
  return {
    title: title || sayHere("未命名文章"),
    subtitle: [pinned ? sayHere("置顶") : null, category, date].filter(Boolean).join(" · "),
  };
}
