import { z } from "zod";

import { askCached } from "@/lib/content/client";
import { convertFields, converterTo } from "@/lib/content/conversion";
import { maybeInstant, membersOf } from "@/lib/content/lenient";
import { authorsQuery, categoriesQuery, tagsQuery, yearsQuery } from "@/lib/content/queries";
import {
  authorSchema,
  categorySchema,
  tagSchema,
  type Author,
  type Category,
  type Tag,
} from "@/lib/content/schema";
import { yearOf } from "@/lib/content/year";
import type { Locale } from "@/lib/i18n/locales";

export async function listCategories(locale: Locale): Promise<Category[]> {
  const schema = membersOf(categorySchema, "category");
  const categories = await askCached({ query: categoriesQuery, schema }, ["categories"]);
  const converter = (await converterTo(locale))();
  return categories.map((category) => convertFields(converter, category, ["title", "description"]));
}

export async function getCategory(slug: string, locale: Locale): Promise<Category | null> {
  const categories = await listCategories(locale);
  return categories.find((category) => category.slug === slug) ?? null;
}

export async function listTags(locale: Locale): Promise<Tag[]> {
  const tags = await askCached({ query: tagsQuery, schema: membersOf(tagSchema, "tag") }, ["tags"]);
  const converter = (await converterTo(locale))();
  return tags.map((tag) => convertFields(converter, tag, ["title"]));
}

export async function getTag(slug: string, locale: Locale): Promise<Tag | null> {
  const tags = await listTags(locale);
  return tags.find((tag) => tag.slug === slug) ?? null;
}

export async function getAuthor(id: string | null, locale: Locale): Promise<Author | null> {
  if (id === null) return null;
  const schema = membersOf(authorSchema, "author");
  const authors = await askCached({ query: authorsQuery, schema }, ["authors"]);
  const author = authors.find(({ _id }) => _id === id);
  if (author === undefined) return null;
  return convertFields((await converterTo(locale))(), author, ["name", "role", "bio"]);
}

const firstDate = z
  .array(maybeInstant)
  .transform((values) => values.find((value) => value !== null) ?? null);
const yearsSchema = z.object({ newest: firstDate, oldest: firstDate });

/** The years from the newest article's to the oldest one's, newest first. */
export async function listYears(): Promise<number[]> {
  const { newest, oldest } = await askCached({ query: yearsQuery, schema: yearsSchema }, [
    "articles",
  ]);
  if (newest === null || oldest === null) return [];
  const from = yearOf(oldest);
  const to = yearOf(newest);
  return Array.from({ length: to - from + 1 }, (_, index) => to - index);
}
