import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Frame } from "@/components/frame";
import { getSite } from "@/lib/content/site";
import { alternatesOf } from "@/lib/i18n/alternates";
import { currentLocale } from "@/lib/i18n/current-locale";
import { localise } from "@/lib/i18n/paths";

export const revalidate = 86_400;

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([currentLocale(), getTranslations("inquiry")]);
  return {
    title: t("thanks"),
    robots: { index: false },
    alternates: alternatesOf(locale, "/contact/thanks"),
  };
}

/** Where a message leads that was received. */
export default async function ThanksPage() {
  const locale = await currentLocale();
  const [site, t] = await Promise.all([getSite(locale), getTranslations("inquiry")]);
  return (
    <Frame site={site} locale={locale} path="/contact/thanks">
      <div className="mx-auto max-w-(--container-text) py-6 sm:py-10">
        <h1 className="text-3xl">{t("thanks")}</h1>
        <p className="pt-3 pb-8">{t("thanksLead")}</p>
        <p className="flex flex-wrap gap-3">
          <a href={localise(locale, "/news")} className="button">
            {t("news")}
          </a>
          <a href={localise(locale, "/")} className="button button-quiet">
            {t("home")}
          </a>
        </p>
      </div>
    </Frame>
  );
}
