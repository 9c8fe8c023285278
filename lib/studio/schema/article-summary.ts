import { z } from "zod";

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
    title: `${pinned ? "置顶 · " : ""}${title || "未命名文章"}`,
    subtitle: [category, date].filter(Boolean).join(" · "),
  };
}
