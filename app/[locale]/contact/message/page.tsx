import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";

import { Frame } from "@/components/frame";
import { InquiryForm } from "@/components/inquiry-form";
import { inquiryForm } from "@/lib/content/inquiry/hand-out";
import { getSite } from "@/lib/content/site";
import { alternatesOf } from "@/lib/i18n/alternates";
import { currentLocale } from "@/lib/i18n/current-locale";

type Props = PageProps<"/[locale]/contact/message">;

// Every form carries the moment it was handed out, so no two visitors may share one.
export const dynamic = "force-dynamic";

const querySchema = z.object({
  draft: z.string().max(64).nullable().catch(null),
  from: z.string().max(200).nullable().catch(null),
});

async function formOf(searchParams: Props["searchParams"]) {
  return inquiryForm(querySchema.parse(await searchParams), await currentLocale());
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [locale, t, { draft }] = await Promise.all([
    currentLocale(),
    getTranslations("inquiry"),
    formOf(searchParams),
  ]);
  const title = t("title");
  return {
    title: draft === null ? title : t("errorTitle", { title }),
    description: t("lead"),
    robots: { index: false },
    alternates: alternatesOf(locale, "/contact/message"),
  };
}

export default async function MessagePage({ searchParams }: Props) {
  const locale = await currentLocale();
  const [site, form] = await Promise.all([getSite(locale), formOf(searchParams)]);
  return (
    <Frame site={site} locale={locale} path="/contact/message">
      <InquiryForm form={form} hotline={site.settings.hotline} locale={locale} />
    </Frame>
  );
}
