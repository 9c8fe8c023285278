import { PortableText } from "@/components/portable-text";
import { notEditable, type Edit } from "@/components/preview/editing";
import type { Page } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";

type Props = { page: Page; locale: Locale; edit?: Edit };

/** A page that the company writes itself, such as the privacy policy. */
export function ContentPage({ page, locale, edit = notEditable }: Props) {
  return (
    <article className="mx-auto max-w-(--container-text)">
      <h1 className="pb-8 text-3xl" {...edit("title")}>
        {page.title}
      </h1>
      <PortableText body={page.body} locale={locale} edit={edit} />
    </article>
  );
}
