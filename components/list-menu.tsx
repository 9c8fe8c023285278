import { useTranslations } from "next-intl";

import type { Category } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = {
  categories: readonly Category[];
  years: readonly number[];
  current: string;
  locale: Locale;
};

/** The ways into the news: by category and by year. */
export function ListMenu({ categories, years, current, locale }: Props) {
  const t = useTranslations();
  const named = categories.map(({ slug, title }) => ({ title, path: `/news/category/${slug}` }));
  const dated = years.map((year) => ({ title: `${year}`, path: `/news/archive/${year}` }));
  return (
    <aside className="no-print flex flex-col gap-8">
      <Group
        title={t("home.categories")}
        items={[{ title: t("news.all"), path: "/news" }, ...named]}
        current={current}
        locale={locale}
      />
      <Group title={t("news.years")} items={dated} current={current} locale={locale} />
    </aside>
  );
}

type GroupProps = {
  title: string;
  items: { title: string; path: string }[];
  current: string;
  locale: Locale;
};

function Group({ title, items, current, locale }: GroupProps) {
  return (
    <nav aria-label={title}>
      <p className="section-title font-serif font-bold">{title}</p>
      <ul className="flex flex-wrap gap-2 text-sm">
        {items.map((item) => (
          <li key={item.path}>
            <a
              href={localise(locale, item.path)}
              aria-current={item.path === current ? "page" : undefined}
              className="border-rule hover:border-ink aria-[current]:border-accent aria-[current]:text-accent inline-flex min-h-11 items-center border px-3 tabular-nums aria-[current]:font-bold"
            >
              {item.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
