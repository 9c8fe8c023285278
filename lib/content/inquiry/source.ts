import { getArticle } from "@/lib/content/articles";
import { verdictOn } from "@/lib/content/verdict";
import type { Locale } from "@/lib/i18n/locales";
import { splitLocale } from "@/lib/i18n/paths";

/** The page a message is about: its address without locale, and its title when it is an article. */
export type Source = { path: string; title: string | null };

/** Read the page that a visitor came from; `null` unless it is one of ours that exists. */
export async function readSource(from: string, locale: Locale): Promise<Source | null> {
  if (from.length > 200 || !/^\/[a-zA-Z\d/-]*$/.test(from)) return null;
  const { path } = splitLocale(from);
  const verdict = await verdictOn(path);
  if (verdict.is !== "known") return null;
  const [, folder, slug, ...rest] = path.split("/");
  if (folder !== "news" || slug === undefined || rest.length > 0) return { path, title: null };
  const article = await getArticle(slug, locale);
  return { path, title: article?.title ?? null };
}
