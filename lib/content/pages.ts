import { ask, askCached } from "@/lib/content/client";
import { convertFields, converterTo } from "@/lib/content/conversion";
import { documentOf, membersOf } from "@/lib/content/lenient";
import { isDraftView } from "@/lib/content/preview/draft-view";
import { draftPageQuery, pageQuery, pagesQuery } from "@/lib/content/queries";
import {
  draftPageSchema,
  pageEntrySchema,
  pageSchema,
  type Page,
  type PageEntry,
} from "@/lib/content/schema";
import { isSlug } from "@/lib/content/slug";
import { tidyBody } from "@/lib/content/tidy-body";
import type { Locale } from "@/lib/i18n/locales";

/** A page of the CMS, such as the privacy policy; `null` when there is none of that slug. */
export async function getPage(slug: string, locale: Locale): Promise<Page | null> {
  if (!isSlug(slug)) return null;
  const shape = (await isDraftView()) ? draftPageSchema : pageSchema;
  const schema = documentOf(shape, "page").nullable();
  const page = await askCached({ query: pageQuery, params: { slug }, schema }, [`page:${slug}`]);
  return page && inReadersScript(page, locale);
}

/** The pages of the CMS that are meant to be found, by their titles. */
export async function listPages(locale: Locale): Promise<PageEntry[]> {
  const schema = membersOf(pageEntrySchema, "page");
  const pages = await askCached({ query: pagesQuery, schema }, ["pages"]);
  const converter = (await converterTo(locale))();
  return pages
    .filter(({ noindex }) => !noindex)
    .map((page) => convertFields(converter, page, ["title", "description"]));
}

/** A page by its id as it stands in the draft, published or not. */
export async function getDraftPage(id: string, locale: Locale): Promise<Page | null> {
  const params = { id, draft: `drafts.${id}` };
  const schema = documentOf(draftPageSchema, "page").nullable();
  const page = await ask({ query: draftPageQuery, params, schema }, "raw");
  return page && inReadersScript(page, locale);
}

async function inReadersScript(page: Page, locale: Locale): Promise<Page> {
  const converter = (await converterTo(locale))();
  const seo = page.seo && convertFields(converter, page.seo, ["title", "description"]);
  const converted = convertFields(converter, page, ["title"]);
  return { ...converted, seo, body: tidyBody(converter.convertPortableText(page.body)) };
}
