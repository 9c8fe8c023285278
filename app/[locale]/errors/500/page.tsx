import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Frame } from "@/components/frame";
import { UnavailableNotice } from "@/components/notice";
import { getSite } from "@/lib/content/site";
import { currentLocale } from "@/lib/i18n/current-locale";

export const revalidate = 86_400;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unavailable");
  return { title: t("title"), robots: { index: false } };
}

/** Shown by the front door in place of a page that could not be made. */
export default async function UnavailablePage() {
  const locale = await currentLocale();
  const site = await getSite(locale);
  return (
    <Frame site={site} locale={locale} path={null}>
      <UnavailableNotice hotline={site.settings.hotline} />
    </Frame>
  );
}
