import { useTranslations } from "next-intl";

import { SearchForm } from "@/components/search-results";
import type { Category } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = { categories: readonly Category[]; locale: Locale };

/** Says that there is no such page, and helps on. */
export function NotFoundNotice({ categories, locale }: Props) {
  const t = useTranslations();
  const ways = [
    { title: t("site.home"), path: "/" },
    { title: t("site.news"), path: "/news" },
    ...categories.map(({ slug, title }) => ({ title, path: `/news/category/${slug}` })),
    { title: t("site.contact"), path: "/contact" },
  ];
  return (
    <div className="mx-auto max-w-(--container-text) py-10">
      <p className="text-accent font-serif text-2xl font-bold tabular-nums">404</p>
      <h1 className="text-3xl">{t("notFound.title")}</h1>
      <p className="text-muted pt-2">{t("notFound.lead")}</p>
      <div className="pt-8">
        <SearchForm query="" locale={locale} />
      </div>
      <p className="pt-8 pb-3">{t("notFound.help")}</p>
      <ul className="flex flex-wrap gap-2">
        {ways.map(({ title, path }) => (
          <li key={path}>
            <a href={localise(locale, path)} className="button button-quiet">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Says that the page cannot be made just now. */
export function UnavailableNotice({ hotline }: { hotline: string | null }) {
  const t = useTranslations();
  return (
    <div className="mx-auto max-w-(--container-text) py-10">
      <h1 className="text-3xl">{t("unavailable.title")}</h1>
      <p className="text-muted pt-2">{t("unavailable.lead")}</p>
      <form className="flex flex-wrap gap-3 pt-8">
        <button type="submit" className="button">
          {t("unavailable.retry")}
        </button>
        {hotline && (
          <a href={`tel:${hotline}`} className="button button-quiet">
            {hotline}
          </a>
        )}
      </form>
    </div>
  );
}

/** Says that a way into the preview no longer opens, and who opens another. */
export function PreviewOverNotice({ locale }: { locale: Locale }) {
  const t = useTranslations();
  return (
    <div className="mx-auto max-w-(--container-text) py-10">
      <h1 className="text-3xl">{t("preview.over")}</h1>
      <p className="text-muted pt-2 pb-8">{t("preview.overLead")}</p>
      <a href={localise(locale, "/")} className="button button-quiet">
        {t("site.home")}
      </a>
    </div>
  );
}
