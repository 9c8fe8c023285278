import { converterTo, writtenInHant, type Written } from "@/lib/content/conversion";
import type { Picture } from "@/lib/content/media";
import type { Category, RawSummary } from "@/lib/content/schema";
import { listCategories } from "@/lib/content/taxonomy";
import type { Locale } from "@/lib/i18n/locales";
import type { Converter } from "@/lib/zh/converter.ts";

/** An article as a list shows it, in the reader's script. */
export type Summary = {
  id: string;
  slug: string;
  title: string;
  excerpt: string | null;
  cover: Picture | null;
  category: Category | null;
  publishedAt: string;
  isPinned: boolean;
  hasVideo: boolean;
};

export function convertPicture(converter: Converter, picture: Picture): Picture {
  const { alt, caption, credit } = picture;
  const text = (value: string | null) => value && converter.convertText(value);
  return { ...picture, alt: text(alt) ?? "", caption: text(caption), credit: text(credit) };
}

type Version = RawSummary["variants"][number];

/**
 * The text a person wrote or approved for this script, if there is one.
 *
 * Taiwan and Hong Kong read what was written for all of zh-Hant, which `fromHant` puts in their characters and words.
 */
export function versionFor<T extends Version & { body?: unknown }>(
  variants: readonly T[],
  locale: Locale,
  fromHant: () => Converter,
): T | null {
  const written = variants.filter(({ status }) => status !== "auto");
  const own = written.find((variant) => variant.locale === locale);
  if (own !== undefined) return own;
  const general = written.find((variant) => variant.locale === "zh-Hant");
  if (general === undefined || !locale.startsWith("zh-Hant-")) return null;
  return regional(general, fromHant());
}

function regional<T extends Version & { body?: unknown }>(version: T, converter: Converter): T {
  const text = (value: string | null) => value && converter.convertText(value);
  return {
    ...version,
    title: text(version.title),
    excerpt: text(version.excerpt),
    ...(version.body == null ? {} : { body: converter.convertPortableText(version.body) }),
  };
}

type Raw = Omit<RawSummary, "variants"> & { variants: readonly Version[] };

type Reader = { locale: Locale; converterFor: (written: Written) => Converter };

function summarise(
  raw: Raw,
  { locale, converterFor }: Reader,
  categories: readonly Category[],
): Summary {
  const converter = converterFor(raw);
  const version = versionFor(raw.variants, locale, () => converterFor(writtenInHant));
  return {
    id: raw._id,
    slug: raw.slug,
    title: version?.title ?? converter.convertText(raw.title),
    excerpt: version?.excerpt ?? (raw.excerpt && converter.convertText(raw.excerpt)),
    cover: raw.cover && convertPicture(converter, raw.cover),
    category: categories.find(({ _id }) => _id === raw.category) ?? null,
    publishedAt: raw.publishedAt ?? raw._createdAt,
    isPinned: raw.pinned,
    hasVideo: raw.hasVideo,
  };
}

/** Turn raw list members into what the reader sees, in the reader's script. */
export async function summariesFor(locale: Locale): Promise<(items: readonly Raw[]) => Summary[]> {
  const [converterFor, categories] = await Promise.all([
    converterTo(locale),
    listCategories(locale),
  ]);
  return (items) => items.map((raw) => summarise(raw, { locale, converterFor }, categories));
}
