import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Frame } from "@/components/frame";
import { PreviewOverNotice } from "@/components/notice";
import { getSite } from "@/lib/content/site";
import { currentLocale } from "@/lib/i18n/current-locale";

/** Not kept by anybody on the way: the link may be made anew. */
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("preview");
  return { title: t("over"), robots: { index: false } };
}

/** The answer to a preview that is over; the proxy gives it its status. */
export default async function PreviewOverPage() {
  const locale = await currentLocale();
  const site = await getSite(locale);
  return (
    <Frame site={site} locale={locale} path={null}>
      <PreviewOverNotice locale={locale} />
    </Frame>
  );
}
