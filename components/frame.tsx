import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { ActionBar } from "@/components/action-bar";
import { SiteFooter } from "@/components/site-footer";
import { SiteHeader } from "@/components/site-header";
import type { Site } from "@/lib/content/site";
import type { Locale } from "@/lib/i18n/locales";

type Props = {
  site: Site;
  locale: Locale;
  /** The page's own address without locale; `null` where it is not known. */
  path: string | null;
  children: ReactNode;
};

/** What surrounds every page: the masthead, a way past it, and the imprint. */
export function Frame({ site, locale, path, children }: Props) {
  const t = useTranslations("site");
  return (
    <>
      <a
        href="#main"
        className="no-print bg-accent text-on-accent absolute -top-20 left-2 z-10 px-4 py-2 focus:top-2"
      >
        {t("skip")}
      </a>
      <SiteHeader site={site} locale={locale} path={path} />
      <main id="main" tabIndex={-1} className="page grow py-8 outline-none">
        {children}
      </main>
      <SiteFooter site={site} locale={locale} path={path} />
      <ActionBar hotline={site.settings.hotline} locale={locale} />
    </>
  );
}
