import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ContactPage } from "@/components/contact-page";
import { Frame } from "@/components/frame";
import { JsonLd } from "@/components/json-ld";
import { allEditable, noneEditable } from "@/components/preview/editing";
import { listContacts } from "@/lib/content/contacts";
import { isDraftView } from "@/lib/content/preview/draft-view";
import { sharedFacts } from "@/lib/content/share";
import { getSite } from "@/lib/content/site";
import { organizationFacts } from "@/lib/content/structured-data";
import { absolute, alternatesOf } from "@/lib/i18n/alternates";
import { currentLocale } from "@/lib/i18n/current-locale";

export const revalidate = 86_400;

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const [t, { settings }] = await Promise.all([getTranslations("contact"), getSite(locale)]);
  const shared = {
    locale,
    settings,
    path: "/contact",
    card: null,
    picture: settings.shareImage,
  };
  return {
    title: t("title"),
    description: t("description", { name: settings.name }),
    alternates: alternatesOf(locale, "/contact"),
    openGraph: { ...sharedFacts(shared), type: "website", url: absolute(locale, "/contact") },
  };
}

export default async function Page() {
  const locale = await currentLocale();
  const [site, contacts] = await Promise.all([getSite(locale), listContacts(locale)]);
  const editing = (await isDraftView()) ? allEditable : noneEditable;
  return (
    <Frame site={site} locale={locale} path="/contact">
      <JsonLd data={organizationFacts(site, locale, contacts)} />
      <ContactPage site={site} contacts={contacts} locale={locale} editing={editing} />
    </Frame>
  );
}
