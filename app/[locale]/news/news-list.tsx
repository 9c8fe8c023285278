import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { ArticleList } from "@/components/article-list";
import type { Crumb } from "@/components/breadcrumb";
import { Frame } from "@/components/frame";
import { ListMenu } from "@/components/list-menu";
import { pagePath } from "@/components/pagination";
import { getCard } from "@/lib/content/cards";
import { getListPage, type ListOf } from "@/lib/content/lists";
import { sharedFacts, twitterFacts } from "@/lib/content/share";
import { getSite } from "@/lib/content/site";
import { pageNumber } from "@/lib/content/slug";
import { getCategory, getTag, listCategories, listYears } from "@/lib/content/taxonomy";
import { absolute, alternatesOf } from "@/lib/i18n/alternates";
import { currentLocale } from "@/lib/i18n/current-locale";

/** The list a URL names by its kind and slug; there is no page for one that does not exist. */
export async function listNamed(
  kind: "category" | "tag" | "archive",
  slug: string,
): Promise<ListOf> {
  const list = await findList(kind, slug);
  return list ?? notFound();
}

async function findList(
  kind: "category" | "tag" | "archive",
  slug: string,
): Promise<ListOf | null> {
  const locale = await currentLocale();
  switch (kind) {
    case "category": {
      const category = await getCategory(slug, locale);
      return category && { of: "category", category };
    }
    case "tag": {
      const tag = await getTag(slug, locale);
      return tag && { of: "tag", tag };
    }
    case "archive": {
      const years = await listYears();
      const year = Number(slug);
      return years.includes(year) ? { of: "year", year } : null;
    }
  }
}

/** The page a URL names; the first page has another address. */
export function numberOf(page: string): number {
  return pageNumber(page) ?? notFound();
}

type Heading = { title: string; lead: string | null; path: string; crumbs: Crumb[] };

async function headingOf(list: ListOf): Promise<Heading> {
  const t = await getTranslations("news");
  const up: Crumb[] = [{ title: t("title"), path: "/news" }];
  switch (list.of) {
    case "all":
      return { title: t("title"), lead: null, path: "/news", crumbs: [] };
    case "category": {
      const { title, description, slug } = list.category;
      return { title, lead: description, path: `/news/category/${slug}`, crumbs: up };
    }
    case "tag": {
      const { title, slug } = list.tag;
      return {
        title: t("inTag", { tag: title }),
        lead: null,
        path: `/news/tag/${slug}`,
        crumbs: up,
      };
    }
    case "year": {
      const title = t("inYear", { year: `${list.year}` });
      return { title, lead: null, path: `/news/archive/${list.year}`, crumbs: up };
    }
  }
}

export async function newsMetadata(list: ListOf, page: number): Promise<Metadata> {
  const locale = await currentLocale();
  const [t, { title, lead, path }, { settings }] = await Promise.all([
    getTranslations("news"),
    headingOf(list),
    getSite(locale),
  ]);
  const shared = { locale, settings, path, card: await getCard(path, locale) };
  const url = absolute(locale, pagePath(path, page));
  return {
    title: page === 1 ? title : `${title}（${t("page", { page: `${page}` })}）`,
    description: lead ?? t("description", { name: settings.name }),
    alternates: alternatesOf(locale, pagePath(path, page)),
    openGraph: { ...sharedFacts(shared), type: "website", url },
    twitter: twitterFacts(shared),
  };
}

export async function NewsList({ list, page }: { list: ListOf; page: number }) {
  const locale = await currentLocale();
  const [site, shown, { title, lead, path, crumbs }, categories, years] = await Promise.all([
    getSite(locale),
    getListPage(list, page, locale),
    headingOf(list),
    listCategories(locale),
    listYears(),
  ]);
  if (shown === null) notFound();
  return (
    <Frame site={site} locale={locale} path={pagePath(path, page)}>
      <ArticleList
        title={title}
        lead={lead}
        crumbs={crumbs}
        list={shown}
        path={path}
        locale={locale}
        aside={<ListMenu categories={categories} years={years} current={path} locale={locale} />}
      />
    </Frame>
  );
}
