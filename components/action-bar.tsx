import { useTranslations } from "next-intl";

import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = { hotline: string | null; locale: Locale };

/** On a phone the company is always one thumb away; the footer ends above it. */
export function ActionBar({ hotline, locale }: Props) {
  const t = useTranslations();
  return (
    <nav
      aria-label={t("contact.quick")}
      className="no-print border-rule bg-paper fixed inset-x-0 bottom-0 grid auto-cols-fr grid-flow-col gap-2 border-t px-4 py-2 sm:hidden"
    >
      {hotline && (
        <a href={`tel:${hotline}`} className="button px-1">
          {t("contact.call")}
        </a>
      )}
      <a
        href={localise(locale, "/contact/message")}
        rel="nofollow"
        className="button button-quiet px-1"
      >
        {t("inquiry.title")}
      </a>
      <a href={localise(locale, "/contact")} className="button button-quiet px-1">
        {t("contact.write")}
      </a>
    </nav>
  );
}
