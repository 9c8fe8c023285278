import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { searchSite } from "@/app/[locale]/search/site-search";
import { Frame } from "@/components/frame";
import { SearchForm, SearchResults } from "@/components/search-results";
import { getSite } from "@/lib/content/site";
import { pageNumber } from "@/lib/content/slug";
import { currentLocale } from "@/lib/i18n/current-locale";

type Props = PageProps<"/[locale]/search">;

export const dynamic = "force-dynamic";

const longestShown = 64;

async function asked(searchParams: Props["searchParams"]) {
  const { q, page } = await searchParams;
  const query = Array.from([q].flat()[0] ?? "")
    .slice(0, longestShown)
    .join("")
    .trim();
  return { query: query.toWellFormed(), page: pageNumber([page].flat()[0] ?? "") ?? 1 };
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("search");
  return { title: t("title"), robots: { index: false } };
}

export default async function SearchPage({ searchParams }: Props) {
  const [locale, { query, page }] = await Promise.all([currentLocale(), asked(searchParams)]);
  const [site, t] = await Promise.all([getSite(locale), getTranslations("search")]);
  const pathOf = (at: number) => searchPath(query, at);
  const answer = searchSite(query, page, locale);
  return (
    <Frame site={site} locale={locale} path={pathOf(page)}>
      <div className="mx-auto max-w-(--container-text)">
        <h1 className="pb-6 text-3xl">{t("title")}</h1>
        <SearchForm query={query} locale={locale} />
        {answer.is === "unavailable" && <p className="pt-8">{t("unavailable")}</p>}
        {answer.is === "empty" && query !== "" && <p className="pt-8">{t("noWords")}</p>}
        {answer.is === "found" && (
          <SearchResults
            query={query}
            found={answer.found}
            page={answer.found.page}
            pathOf={pathOf}
            locale={locale}
          />
        )}
      </div>
    </Frame>
  );
}

function searchPath(query: string, page: number): string {
  const asking = new URLSearchParams({
    ...(query === "" ? {} : { q: query }),
    ...(page === 1 ? {} : { page: `${page}` }),
  });
  return asking.size === 0 ? "/search" : `/search?${asking}`;
}
