import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { Article } from "@/components/article";
import { Frame } from "@/components/frame";
import { JsonLd } from "@/components/json-ld";
import { allEditable, noneEditable } from "@/components/preview/editing";
import { getArticle, type Article as ArticleData } from "@/lib/content/articles";
import { articleCard } from "@/lib/content/cards";
import { listNewestSlugs } from "@/lib/content/lists";
import { isDraftView } from "@/lib/content/preview/draft-view";
import { sharedFacts, twitterFacts } from "@/lib/content/share";
import { getSite } from "@/lib/content/site";
import { articleFacts } from "@/lib/content/structured-data";
import { absolute, alternatesOf } from "@/lib/i18n/alternates";
import { currentLocale } from "@/lib/i18n/current-locale";
import { isoInShanghai } from "@/lib/i18n/dates";

type Props = PageProps<"/[locale]/news/[slug]">;

export const revalidate = 86_400;

const preparedByBuild = 12;

export async function generateStaticParams() {
  const slugs = await listNewestSlugs(preparedByBuild);
  return slugs.map((slug) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const locale = await currentLocale();
  const [article, { settings }] = await Promise.all([getArticle(slug, locale), getSite(locale)]);
  if (article === null) notFound();
  const { seo, author } = article;
  const title = seo?.title ?? article.title;
  const description = seo?.description ?? article.excerpt;
  const path = `/news/${slug}`;
  const card = articleCard(article, settings.name);
  const shared = { locale, settings, path, card, picture: seo?.image };
  return {
    title,
    description,
    alternates: alternatesOf(locale, path),
    ...(seo?.noindex && { robots: { index: false } }),
    ...(author && { authors: [{ name: author.name }] }),
    openGraph: {
      ...sharedFacts(shared),
      ...publishedFacts(article),
      title,
      url: absolute(locale, path),
      ...(description && { description }),
    },
    twitter: twitterFacts(shared),
  };
}

function publishedFacts({ publishedAt, updatedAt }: ArticleData) {
  return {
    type: "article" as const,
    publishedTime: isoInShanghai(publishedAt),
    modifiedTime: isoInShanghai(updatedAt ?? publishedAt),
  };
}

export default async function ArticlePage({ params }: Props) {
  const { slug } = await params;
  const locale = await currentLocale();
  const [site, article] = await Promise.all([getSite(locale), getArticle(slug, locale)]);
  if (article === null) notFound();
  const editing = (await isDraftView()) ? allEditable : noneEditable;
  return (
    <Frame site={site} locale={locale} path={`/news/${slug}`}>
      <JsonLd data={articleFacts(article, site, locale)} />
      <Article
        article={article}
        locale={locale}
        address={absolute(locale, `/news/${slug}`)}
        editing={editing}
      />
    </Frame>
  );
}
