import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { NotFoundPage } from "@/app/[locale]/not-found-page";

export const revalidate = 86_400;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notFound");
  return { title: t("title"), robots: { index: false } };
}

/** The one prepared answer to every address there is not; the proxy gives it its status. */
export default function Page() {
  return <NotFoundPage />;
}
