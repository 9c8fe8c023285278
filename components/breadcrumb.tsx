import { useTranslations } from "next-intl";

import { JsonLd } from "@/components/json-ld";
import { breadcrumbFacts } from "@/lib/content/structured-data";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

export type Crumb = { title: string; path: string };

type Props = {
  crumbs: readonly Crumb[];
  /** The page itself, which search engines want named at the end. */
  here: Crumb;
  locale: Locale;
};

/** Where the page stands, from the front page down to the level above it. */
export function Breadcrumb({ crumbs, here, locale }: Props) {
  const t = useTranslations();
  const all = [{ title: t("site.home"), path: "/" }, ...crumbs];
  return (
    <nav aria-label={t("article.breadcrumb")} className="no-print text-muted text-xs">
      <JsonLd data={breadcrumbFacts([...all, here], locale)} />
      <ol className="flex flex-wrap items-center">
        {all.map(({ title, path }, at) => (
          <li key={path} className="flex items-center">
            {at > 0 && (
              <span aria-hidden="true" className="px-2">
                /
              </span>
            )}
            <a href={localise(locale, path)} className="tap">
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
