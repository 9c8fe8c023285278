export type SavedArticle = { slug: string; title: string; savedAt: number };

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
