import { z } from "zod";

import { bodySchema, safeHref } from "@/lib/content/body";
import {
  documentOf,
  instant,
  maybe,
  maybeInstant,
  maybeText,
  membersOf,
} from "@/lib/content/lenient";
import { pictureSchema, videoSchema } from "@/lib/content/media";
import { isSlug } from "@/lib/content/slug";

const slugSchema = z.string().refine(isSlug, "is no slug");
const script = z.enum(["zh-Hans", "zh-Hant"]);
const variantLocale = z.enum(["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"]);

const overrideSchema = z
  .object({ from: z.string().min(1), to: z.string(), locale: variantLocale.nullish() })
  .transform(({ from, to, locale }) => (locale ? { from, to, locale } : { from, to }));

const ids = membersOf(z.string(), "reference");

const summaryShape = {
  _id: z.string(),
  title: z.string().trim().min(1),
  slug: slugSchema,
  excerpt: maybeText,
  cover: maybe(pictureSchema),
  category: maybe(z.string()),
  publishedAt: maybeInstant,
  _createdAt: instant,
  pinned: z.boolean().catch(false),
  hasVideo: z.boolean().catch(false),
  script: script.or(z.literal("auto")).catch("auto"),
  overrides: membersOf(overrideSchema, "override"),
};

const summaryVariantSchema = z.object({
  _key: z.string().catch(""),
  locale: variantLocale,
  status: z.enum(["auto", "reviewed", "manual"]).catch("auto"),
  title: maybeText,
  excerpt: maybeText,
});

export const rawSummarySchema = z.object({
  ...summaryShape,
  variants: membersOf(summaryVariantSchema, "variant"),
});

export type RawSummary = z.infer<typeof rawSummarySchema>;

const sourceSchema = z
  .object({ name: z.string().min(1), url: maybeText })
  .transform(({ name, url }) => ({ name, url: url === null ? null : safeHref(url) }));

const seoSchema = z.object({
  title: maybeText,
  description: maybeText,
  image: maybe(pictureSchema),
  noindex: z.boolean().catch(false),
});

export type Seo = z.infer<typeof seoSchema>;

export const rawArticleSchema = z.object({
  ...summaryShape,
  tags: ids,
  video: maybe(videoSchema),
  body: bodySchema,
  source: maybe(sourceSchema),
  author: maybe(z.string()),
  updatedAt: maybeInstant,
  updateNote: maybeText,
  related: ids,
  contact: maybe(z.string()),
  variants: membersOf(summaryVariantSchema.extend({ body: maybe(bodySchema) }), "variant"),
  seo: maybe(seoSchema),
});

/** What a draft may still lack. */
const unfinished = {
  _id: z.string().transform((id) => id.replace(/^drafts\./, "")),
  title: z.string().trim().min(1).catch("……"),
  slug: slugSchema.catch("draft"),
};

export const draftArticleSchema = rawArticleSchema.extend(unfinished);

export type RawArticle = z.infer<typeof rawArticleSchema>;

export const summariesSchema = z.object({
  items: membersOf(rawSummarySchema, "article"),
  total: z.number(),
});

export const categorySchema = z.object({
  _id: z.string(),
  title: z.string().min(1),
  slug: slugSchema,
  description: maybeText,
  order: z.number().catch(Number.MAX_SAFE_INTEGER),
});

export type Category = z.infer<typeof categorySchema>;

export const tagSchema = z.object({ _id: z.string(), title: z.string().min(1), slug: slugSchema });

export type Tag = z.infer<typeof tagSchema>;

export const authorSchema = z.object({
  _id: z.string(),
  name: z.string().min(1),
  role: maybeText,
  bio: maybeText,
  photo: maybe(pictureSchema),
});

export type Author = z.infer<typeof authorSchema>;

export const contactSchema = z.object({
  _id: z.string(),
  name: z.string().min(1),
  role: maybeText,
  tel: maybeText,
  mobile: maybeText,
  email: maybeText,
  wechatId: maybeText,
  wechatQr: maybe(pictureSchema),
  hours: maybeText,
  region: maybeText,
});

export type Contact = z.infer<typeof contactSchema>;

export const settingsSchema = z.object({
  legalName: z.string().min(1),
  shortName: maybeText,
  logo: maybe(pictureSchema),
  tagline: maybeText,
  description: maybeText,
  address: maybe(z.object({ text: z.string(), lat: maybe(z.number()), lng: maybe(z.number()) })),
  hotline: maybeText,
  email: maybeText,
  hours: maybeText,
  icpNumber: maybeText,
  psbNumber: maybeText,
  wechatQr: maybe(pictureSchema),
  defaultScript: script.catch("zh-Hans"),
  shareImage: maybe(pictureSchema),
});

export type Settings = z.infer<typeof settingsSchema>;

const navigationItemSchema = z
  .object({ title: z.string().min(1), href: z.string() })
  .transform(({ title, href }, context) => {
    const safe = safeHref(href);
    if (safe !== null) return { title, href: safe };
    context.addIssue({ code: "custom", message: `"${href}" is no link` });
    return z.NEVER;
  });

export type NavigationItem = z.infer<typeof navigationItemSchema>;

const friendLinkSchema = z.object({
  title: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
});

export type FriendLink = z.infer<typeof friendLinkSchema>;

/** Everything that frames a page, whatever the page. */
export const siteSchema = z.object({
  settings: documentOf(settingsSchema, "settings"),
  header: membersOf(navigationItemSchema, "navigation item"),
  footer: membersOf(navigationItemSchema, "navigation item"),
  friends: membersOf(friendLinkSchema, "friend link"),
});

export const pageSchema = z.object({
  _id: z.string(),
  _rev: z.string(),
  title: z.string().min(1),
  slug: slugSchema,
  body: bodySchema,
  seo: maybe(seoSchema),
  _updatedAt: instant,
});

export const pageEntrySchema = pageSchema
  .pick({ _id: true, title: true, slug: true })
  .extend({ description: maybeText, noindex: z.boolean().catch(false) });

export type PageEntry = z.infer<typeof pageEntrySchema>;

export const draftPageSchema = pageSchema.extend(unfinished);

export type Page = z.infer<typeof pageSchema>;

export const glossaryTermSchema = z
  .object({
    forms: membersOf(z.object({ locale: variantLocale, text: z.string().min(1) }), "glossary form"),
    match: z.enum(["always", "word"]).catch("word"),
  })
  .transform(({ forms, match }) => ({
    match,
    forms: Object.fromEntries(forms.map(({ locale, text }) => [locale, text])),
  }));
