import { askCached } from "@/lib/content/client";
import { convertFields, converterTo } from "@/lib/content/conversion";
import { pageQuery } from "@/lib/content/queries";
import { pageSchema, type Page } from "@/lib/content/schema";
import { isSlug } from "@/lib/content/slug";
import { tidyBody } from "@/lib/content/tidy-body";
import type { Locale } from "@/lib/i18n/locales";

/** A page of the CMS, such as the privacy policy; `null` when there is none of that slug. */
export async function getPage(slug: string, locale: Locale): Promise<Page | null> {
  if (!isSlug(slug)) return null;
  const page = await askCached(
    { query: pageQuery, params: { slug }, schema: pageSchema.nullable() },
    [`page:${slug}`, "pages"],
  );
  if (page === null) return null;
  const converter = (await converterTo(locale))();
  const seo = page.seo && convertFields(converter, page.seo, ["title", "description"]);
  const converted = convertFields(converter, page, ["title"]);
  return { ...converted, seo, body: tidyBody(converter.convertPortableText(page.body)) };
}
