import { useTranslations } from "next-intl";
import { Fragment } from "react";

import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = {
  page: number;
  pages: number;
  /** The address, without locale, of each page. */
  pathOf: (page: number) => string;
  locale: Locale;
};

/** The address, without locale, of one page of a list. */
export function pagePath(path: string, page: number): string {
  return page === 1 ? path : `${path}/page/${page}`;
}

type Offer = { at: number; followsGap: boolean };

/** The pages to offer: the ends, the current one and its neighbours. */
function pagesToOffer(page: number, pages: number): Offer[] {
  const near = [1, page - 1, page, page + 1, pages].filter((at) => at >= 1 && at <= pages);
  const shown = [...new Set(near)].toSorted((a, b) => a - b);
  return shown.map((at, index) => ({ at, followsGap: at - (shown[index - 1] ?? at) > 1 }));
}

export function Pagination({ page, pages, pathOf, locale }: Props) {
  const t = useTranslations("news");
  if (pages === 1) return null;
  const look = "inline-flex min-h-11 min-w-11 items-center justify-center border px-3 tabular-nums";
  const quiet = "border-rule hover:border-ink";
  const current = "border-accent bg-accent text-on-accent font-bold";
  const href = (at: number) => localise(locale, pathOf(at));
  return (
    <nav
      aria-label={t("pagination")}
      className="no-print flex flex-wrap items-center gap-2 pt-8 text-sm"
    >
      {page > 1 && (
        <a href={href(page - 1)} rel="prev" className={`${look} ${quiet}`}>
          {t("previousPage")}
        </a>
      )}
      {pagesToOffer(page, pages).map(({ at, followsGap }) => (
        <Fragment key={at}>
          {followsGap && <span aria-hidden="true">…</span>}
          <a
            href={href(at)}
            aria-current={at === page ? "page" : undefined}
            aria-label={t("page", { page: `${at}` })}
            className={`${look} ${at === page ? current : quiet}`}
          >
            {at}
          </a>
        </Fragment>
      ))}
      {page < pages && (
        <a href={href(page + 1)} rel="next" className={`${look} ${quiet}`}>
          {t("nextPage")}
        </a>
      )}
    </nav>
  );
}
