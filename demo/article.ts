import { type Image, keyedDocument, type Member, reference } from "./portable-text.ts";

/** A document as @sanity/import reads it: assets are named by `_sanityAsset`, not yet by reference. */
export type SeedDocument = { _id: string; _type: string; [field: string]: unknown };

type CategorySlug = "company" | "technology" | "insights" | "press" | "careers";

type TagSlug =
  | "magnetic-pump"
  | "metering"
  | "food-grade"
  | "desalination"
  | "houlink"
  | "quality"
  | "energy"
  | "factory"
  | "people"
  | "service"
  | "policy"
  | "export";

type AuthorId = "brand" | "ye-wanzhou" | "xiao-kejian" | "yu-jingwen" | "hou-zhentao";

type ContactId = "fan-siyuan" | "yu-haining" | "zhong-yining";

export type ArticleInput = {
  /** Kept when the slug changes, as a CMS keeps it; the slug when left out. */
  id?: string;
  slug: string;
  title: string;
  category: CategorySlug;
  tags: TagSlug[];
  excerpt: string;
  cover: Image;
  body: Member[];
  author: AuthorId;
  /** ISO 8601 with an offset. */
  publishedAt: string;
  updatedAt?: string;
  updateNote?: string;
  pinned?: boolean;
  related?: string[];
  contact?: ContactId;
  script?: "zh-Hans" | "zh-Hant";
  source?: { name: string; url: string };
  video?: Member;
  overrides?: { from: string; to: string; locale?: string }[];
  variants?: Member["variants"];
  seo?: { title?: string; description?: string; noindex?: boolean; image?: Image };
};

/** Turn what an author writes into the document the CMS keeps. */
export function article(input: ArticleInput): SeedDocument {
  const { id, slug, category, tags, author, contact, related, ...rest } = input;
  const { title, excerpt, cover, body, publishedAt, updatedAt, ...more } = rest;
  const fields = {
    title,
    slug: { _type: "slug", current: slug },
    category: reference(`category-${category}`),
    tags: tags.map((tag) => reference(`tag-${tag}`)),
    excerpt,
    cover,
    body,
    author: reference(`author-${author}`),
    ...(contact === undefined ? {} : { contact: reference(`contact-${contact}`) }),
    ...(related === undefined ? {} : { related: related.map((to) => reference(`article-${to}`)) }),
    publishedAt: new Date(publishedAt).toISOString(),
    ...(updatedAt === undefined ? {} : { updatedAt: new Date(updatedAt).toISOString() }),
    pinned: false,
    script: "zh-Hans",
    ...more,
  };
  return keyedDocument({ _id: `article-${id ?? slug}`, _type: "article", ...fields });
}
