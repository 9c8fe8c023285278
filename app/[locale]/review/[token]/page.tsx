import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { Article } from "@/components/article";
import { ContentPage } from "@/components/content-page";
import { Frame } from "@/components/frame";
import { ReviewBanner } from "@/components/preview/review-banner";
import { getReview } from "@/lib/content/preview/review";
import { getSite } from "@/lib/content/site";
import { currentLocale } from "@/lib/i18n/current-locale";

type Props = PageProps<"/[locale]/review/[token]">;

/** Each visit asks whether the link still opens, and nothing of the answer is kept. */
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("preview");
  return {
    title: t("review"),
    robots: { index: false, follow: false, noarchive: true },
    // The address is the key: no other site is to be told.
    referrer: "same-origin",
  };
}

/** One unpublished document for a reviewer without an account. */
export default async function ReviewPage({ params }: Props) {
  const { token } = await params;
  const locale = await currentLocale();
  const [site, review] = await Promise.all([getSite(locale), getReview(token, locale)]);
  if (review === null) notFound();
  return (
    <Frame site={site} locale={locale} path={`/review/${token}`}>
      <ReviewBanner until={review.until} />
      {review.type === "article" ? (
        <Article article={review.article} locale={locale} address={null} />
      ) : (
        <ContentPage page={review.page} locale={locale} />
      )}
    </Frame>
  );
}
