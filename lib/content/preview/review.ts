import { getDraftArticle, type Article } from "@/lib/content/articles";
import { getDraftPage } from "@/lib/content/pages";
import { getReviewLink } from "@/lib/content/preview/review-link";
import type { Page } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";

/** What a review link shows, and until when (ISO). */
export type Review = { until: string } & (
  | { type: "article"; article: Article }
  | { type: "page"; page: Page }
);

/**
 * The one document a reviewer was invited to read, as it stands in the draft or waits for its moment; `null` when the link does not open.
 *
 * Everything around it is what the public sees.
 */
export async function getReview(token: string, locale: Locale): Promise<Review | null> {
  const link = await getReviewLink(token);
  if (link === null) return null;
  const { documentId: id, documentType, expiresAt: until } = link;
  const reviewed = { id, release: link.release ?? "" };
  if (documentType === "article") {
    const article = await getDraftArticle(reviewed, locale);
    return article && { type: documentType, article, until };
  }
  const page = await getDraftPage(reviewed, locale);
  return page && { type: documentType, page, until };
}
