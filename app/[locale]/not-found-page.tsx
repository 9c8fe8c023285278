import { Frame } from "@/components/frame";
import { NotFoundNotice } from "@/components/notice";
import { getSite } from "@/lib/content/site";
import { listCategories } from "@/lib/content/taxonomy";
import { currentLocale } from "@/lib/i18n/current-locale";

export async function NotFoundPage() {
  const locale = await currentLocale();
  const [site, categories] = await Promise.all([getSite(locale), listCategories(locale)]);
  return (
    <Frame site={site} locale={locale} path={null}>
      <NotFoundNotice categories={categories} locale={locale} />
    </Frame>
  );
}
