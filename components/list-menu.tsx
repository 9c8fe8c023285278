import { useTranslations } from "next-intl";

import { MenuLinks } from "@/components/menu-links";
import type { Category, NavigationItem } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";

type Props = {
  categories: readonly Category[];
  years: readonly number[];
  current: string;
  locale: Locale;
};

/** The ways into the news: by category and by year. */
export function ListMenu({ categories, years, current, locale }: Props) {
  const t = useTranslations();
  const named = categories.map(({ slug, title }) => ({ title, href: `/news/category/${slug}` }));
  const dated = years.map((year) => ({ title: `${year}`, href: `/news/archive/${year}` }));
  return (
    <aside className="no-print flex flex-col gap-8">
      <Group
        title={t("home.categories")}
        items={[{ title: t("news.all"), href: "/news" }, ...named]}
        current={current}
        locale={locale}
      />
      <Group title={t("news.years")} items={dated} current={current} locale={locale} />
    </aside>
  );
}

type GroupProps = Pick<Props, "current" | "locale"> & { title: string; items: NavigationItem[] };

function Group({ title, items, current, locale }: GroupProps) {
  return (
    <MenuLinks
      label={title}
      items={items}
      locale={locale}
      current={current}
      heading={<p className="section-title font-serif font-bold">{title}</p>}
      className={{
        list: "flex flex-wrap gap-2 text-sm",
        link: "border-rule hover:border-ink aria-[current]:border-accent aria-[current]:text-accent inline-flex min-h-11 items-center border px-3 tabular-nums aria-[current]:font-bold",
      }}
    />
  );
}
