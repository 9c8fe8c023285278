import type { Metadata } from "next";

import { Frame } from "@/components/frame";
import { HomePage } from "@/components/home";
import { JsonLd } from "@/components/json-ld";
import { getContact } from "@/lib/content/contacts";
import { getHome } from "@/lib/content/lists";
import { sharedFacts, twitterFacts } from "@/lib/content/share";
import { getSite } from "@/lib/content/site";
import { organizationFacts, websiteFacts } from "@/lib/content/structured-data";
import { listCategories } from "@/lib/content/taxonomy";
import { absolute, alternatesOf } from "@/lib/i18n/alternates";
import { currentLocale } from "@/lib/i18n/current-locale";

export const revalidate = 86_400;

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const { settings } = await getSite(locale);
  const title = [settings.name, settings.tagline].filter(Boolean).join(" － ");
  const shared = { locale, settings, path: "/", card: null };
  return {
    title: { absolute: title },
    alternates: alternatesOf(locale, "/"),
    openGraph: { ...sharedFacts(shared), type: "website", title, url: absolute(locale, "/") },
    twitter: twitterFacts(shared),
  };
}

export default async function Page() {
  const locale = await currentLocale();
  const [site, home, categories, contact] = await Promise.all([
    getSite(locale),
    getHome(locale),
    listCategories(locale),
    getContact(null, locale),
  ]);
  return (
    <Frame site={site} locale={locale} path="/">
      <JsonLd data={organizationFacts(site, locale)} />
      <JsonLd data={websiteFacts(site, locale)} />
      <HomePage home={home} site={site} categories={categories} contact={contact} locale={locale} />
    </Frame>
  );
}
