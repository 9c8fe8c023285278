import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Breadcrumb, type Crumb } from "@/components/breadcrumb";
import { pagePath, Pagination } from "@/components/pagination";
import { StoryRow } from "@/components/story";
import type { ListPage } from "@/lib/content/lists";
import type { Locale } from "@/lib/i18n/locales";

type Props = {
  title: string;
  lead?: string | null;
  crumbs: readonly Crumb[];
  list: ListPage;
  /** The address of the list's first page, without locale. */
  path: string;
  locale: Locale;
  aside?: ReactNode;
};

/** A list of articles, whatever they have in common. */
export function ArticleList({ title, lead, crumbs, list, path, locale, aside }: Props) {
  const t = useTranslations("news");
  const { items, page, pages, total } = list;
  return (
    <>
      <Breadcrumb crumbs={crumbs} here={{ title, path: pagePath(path, page) }} locale={locale} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 pt-2 pb-4">
        <h1 className="text-3xl">{title}</h1>
        <p className="text-muted text-sm tabular-nums">
          {t("count", { count: `${total}` })}
          {pages > 1 && (
            <span className="pl-3">{t("pageOf", { page: `${page}`, pages: `${pages}` })}</span>
          )}
        </p>
        {lead && <p className="text-muted w-full max-w-(--container-text)">{lead}</p>}
      </div>
      <div className="grid gap-10 lg:grid-cols-[3fr_1fr]">
        <div>
          {items.length === 0 && <p className="border-rule border-t py-8">{t("empty")}</p>}
          {items.map((story) => (
            <StoryRow key={story.id} story={story} locale={locale} />
          ))}
          <Pagination
            page={page}
            pages={pages}
            pathOf={(at) => pagePath(path, at)}
            locale={locale}
          />
        </div>
        {aside}
      </div>
    </>
  );
}
