import { z } from "zod";

const text = z.string().catch("");
const image = z
  .object({ asset: z.object({ _ref: z.string() }) })
  .nullable()
  .catch(null);
const seo = z
  .object({ title: text, description: text, image })
  .catch({ title: "", description: "", image: null });

const articleSchema = z.object({
  title: text,
  excerpt: text,
  slug: z.object({ current: text }).catch({ current: "" }),
  cover: image,
  seo,
});

export type ShareCard = { title: string; description: string; path: string; image: string | null };

/** What a search result or a shared link will say about an article: its own words for it, else its title and excerpt. */
export function shareCard(article: unknown): ShareCard {
  const { title, excerpt, slug, cover, seo: own } = articleSchema.parse(article ?? {});
  return {
    title: own.title || title,
    description: own.description || excerpt,
    path: `/news/${slug.current}`,
    image: (own.image ?? cover)?.asset._ref ?? null,
  };
}

/** Cut a text as a card does, with a sign that something is missing. */
export function cutAt(value: string, length: number): string {
  const characters = Array.from(value);
  return characters.length <= length ? value : `${characters.slice(0, length - 1).join("")}…`;
}
