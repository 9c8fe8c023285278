import { useTranslations } from "next-intl";

import type { Locale } from "@/lib/i18n/locales";

/** Tells an editor that this is not what the public sees, and leads out. Hidden in the Studio, which says so itself. */
export function DraftBanner({ locale }: { locale: Locale }) {
  const t = useTranslations("preview");
  return (
    <aside
      data-draft-banner=""
      aria-label={t("title")}
      className="no-print bg-accent text-on-accent sticky top-0 z-10"
    >
      <form
        action="/api/draft/disable"
        method="post"
        className="page flex flex-wrap items-center justify-between gap-x-6 text-sm"
      >
        <p className="py-2">{t("lead")}</p>
        <input type="hidden" name="locale" value={locale} />
        <button type="submit" className="min-h-11 cursor-pointer font-bold underline">
          {t("exit")}
        </button>
      </form>
    </aside>
  );
}
