import { z } from "zod";

import { publishedIdOf } from "@/lib/studio/published-id";

/** Which articles a list of the desk holds: a filter over everything stored, drafts and versions too. */
export const articleListSchema = z.object({
  filter: z.string(),
  params: z.record(z.string(), z.string()).default({}),
});
export type ArticleList = z.infer<typeof articleListSchema>;

export const draftArticles: ArticleList = { filter: `_id in path("drafts.**")`, params: {} };
export const publishedArticles: ArticleList = { filter: `_id in path("*")`, params: {} };

/** Of an article that moves to another category both lists have it until the move is published. */
export const articlesInCategory = (category: string): ArticleList => ({
  filter: "category._ref == $category",
  params: { category },
});

/** Documents that a list asks for; who has more finds the older ones by the Studio's search. */
export const mostListed = 1000;

/**
 * Ask for a list, newest first.
 *
 * To be asked with the perspective `raw`: `drafts` answers one document an article, its draft if there is one,
 * so it cannot say that the article is published as well.
 */
export const articlesQuery = ({ filter }: ArticleList): string =>
  `*[_type == "article" && ${filter}] | order(publishedAt desc)[0...${mostListed}]{_id, title}`;

const storedSchema = z.array(
  z.object({ _id: z.string(), title: z.string().nullish().catch(null) }),
);

export type ListedArticle = { id: string; titles: string };

/**
 * One entry for each article, however many of its documents are in the list.
 *
 * @throws {ZodError} when the answer is not what the query asks for.
 */
export function readArticles(answer: unknown): ListedArticle[] {
  const titles = new Map<string, string>();
  for (const { _id, title } of storedSchema.parse(answer)) {
    const id = publishedIdOf(_id);
    titles.set(id, [titles.get(id), title].filter(Boolean).join("\n"));
  }
  return Array.from(titles, ([id, all]) => ({ id, titles: all }));
}

/** The articles whose title, published or in the draft, has the words. */
export function findArticles(articles: readonly ListedArticle[], words: string): ListedArticle[] {
  const wanted = plain(words);
  return articles.filter(({ titles }) => plain(titles).includes(wanted));
}

const plain = (text: string): string => text.normalize("NFKC").trim().toLowerCase();
