import { useTranslations } from "next-intl";

import type { Contact } from "@/lib/content/schema";
import type { Site } from "@/lib/content/site";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = { site: Site; contact: Contact | null; locale: Locale };

/** The last thing on the front page: somebody to call. */
export function ContactStrip({ site, contact, locale }: Props) {
  const t = useTranslations();
  const { hotline, hours } = site.settings;
  return (
    <section
      aria-labelledby="contact-strip"
      className="bg-sheet mt-14 grid gap-6 p-6 sm:p-10 md:grid-cols-[1fr_auto] md:items-center"
    >
      <div>
        <h2 id="contact-strip" className="text-2xl">
          {t("home.contactTitle")}
        </h2>
        <p className="text-muted">{hours ?? t("home.contactLead")}</p>
        {contact && (
          <p className="flex flex-wrap gap-x-3">
            {contact.role} {contact.name}
            {contact.wechatId && (
              <span className="text-muted whitespace-nowrap">
                {t("contact.wechat")} {contact.wechatId}
              </span>
            )}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        {hotline && (
          <a href={`tel:${hotline}`} className="button text-lg tabular-nums">
            {hotline}
          </a>
        )}
        <a href={localise(locale, "/contact")} className="no-print button button-quiet">
          {t("home.contactMore")}
        </a>
      </div>
    </section>
  );
}
