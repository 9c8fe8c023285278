import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Frame } from "@/components/frame";
import { getSite } from "@/lib/content/site";
import { alternatesOf } from "@/lib/i18n/alternates";
import { currentLocale } from "@/lib/i18n/current-locale";
import { localise } from "@/lib/i18n/paths";

export const revalidate = 86_400;

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([currentLocale(), getTranslations("saved")]);
  return {
    title: t("title"),
    robots: { index: false },
    alternates: alternatesOf(locale, "/saved"),
  };
}

/** The articles a reader kept; they are in the browser, and so is the list. */
export default async function SavedPage() {
  const locale = await currentLocale();
  const [site, t] = await Promise.all([getSite(locale), getTranslations("saved")]);
  return (
    <Frame site={site} locale={locale} path="/saved">
      <div className="mx-auto max-w-(--container-text)">
        <h1 className="text-3xl">{t("title")}</h1>
        <p className="text-muted pt-2 pb-6">{t("lead")}</p>
        <saved-list
          data-base={localise(locale, "/")}
          data-empty={t("empty")}
          data-remove={t("remove")}
        >
          <p>{t("noScript")}</p>
        </saved-list>
      </div>
    </Frame>
  );
}
