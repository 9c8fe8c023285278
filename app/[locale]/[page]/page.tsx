import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { ContentPage } from "@/components/content-page";
import { Frame } from "@/components/frame";
import { allEditable, noneEditable } from "@/components/preview/editing";
import { openingOf } from "@/lib/content/body-text";
import { getCard } from "@/lib/content/cards";
import { getPage } from "@/lib/content/pages";
import { isDraftView } from "@/lib/content/preview/draft-view";
import { sharedFacts, twitterFacts } from "@/lib/content/share";
import { getSite } from "@/lib/content/site";
import { absolute, alternatesOf } from "@/lib/i18n/alternates";
import { currentLocale } from "@/lib/i18n/current-locale";

type Props = PageProps<"/[locale]/[page]">;

export const revalidate = 86_400;

export function generateStaticParams() {
  return [];
}

async function pageOf(params: Props["params"]) {
  const { page: slug } = await params;
  return (await getPage(slug, await currentLocale())) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const [{ title, slug, seo, body }, { settings }] = await Promise.all([
    pageOf(params),
    getSite(locale),
  ]);
  const path = `/${slug}`;
  const card = await getCard(path, locale);
  const shared = { locale, settings, path, card, picture: seo?.image };
  return {
    title: seo?.title ?? title,
    description: seo?.description ?? openingOf(body),
    ...(seo?.noindex ? { robots: { index: false } } : {}),
    alternates: alternatesOf(locale, path),
    openGraph: { ...sharedFacts(shared), type: "website", url: absolute(locale, path) },
    twitter: twitterFacts(shared),
  };
}

export default async function Page({ params }: Props) {
  const locale = await currentLocale();
  const [site, page] = await Promise.all([getSite(locale), pageOf(params)]);
  const edit = ((await isDraftView()) ? allEditable : noneEditable)("page", page._id);
  return (
    <Frame site={site} locale={locale} path={`/${page.slug}`}>
      <ContentPage page={page} locale={locale} edit={edit} />
    </Frame>
  );
}
