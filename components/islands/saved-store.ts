export type SavedArticle = {
  slug: string;
  title: string;
  /** The title in other scripts, by the `lang` of their pages; none where they could not be had. */
  titles?: Titles;
  savedAt: number;
};

export type Titles = Readonly<Record<string, string>>;

const name = "yiwen.saved";

/** The articles kept in this browser, the latest first. What cannot be read counts as nothing. */
export function savedArticles(): SavedArticle[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isSaved) : [];
  } catch {
    return [];
  }
}

export function isKept(slug: string): boolean {
  return savedArticles().some((article) => article.slug === slug);
}

/** The title as the page that shows it writes, or as it was when it was saved. */
export function titleOf({ title, titles }: SavedArticle): string {
  return titles?.[document.documentElement.lang] || title;
}

/** Note the titles of a kept article, which stays where it stands in the list. */
export function retitle(slug: string, titles: Titles): void {
  const articles = savedArticles();
  const its = articles.find((article) => article.slug === slug);
  if (its) its.titles = titles;
  write(articles);
}

export function keep(article: SavedArticle): void {
  write([article, ...without(article.slug)]);
}

export function forget(slug: string): void {
  write(without(slug));
}

function without(slug: string): SavedArticle[] {
  return savedArticles().filter((article) => article.slug !== slug);
}

function write(articles: readonly SavedArticle[]): void {
  localStorage.setItem(name, JSON.stringify(articles));
}

function isSaved(value: unknown): value is SavedArticle {
  if (typeof value !== "object" || value === null) return false;
  return (
    "slug" in value &&
    typeof value.slug === "string" &&
    "title" in value &&
    typeof value.title === "string"
  );
}
