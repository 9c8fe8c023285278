import { z } from "zod";

const address = z.url({ protocol: /^https?$/ });
const words = z.string().trim().min(1);
const instant = z.iso.datetime({ offset: true });

const phone = z.string().regex(/^[+\d][\d\s()转轉-]{4,}$/);

const contactPoint = z
  .object({
    "@type": z.literal("ContactPoint"),
    contactType: words,
    name: words.optional(),
    telephone: phone.optional(),
    email: z.email().optional(),
  })
  .refine(({ telephone, email }) => telephone ?? email, "can be reached neither way");

const organization = z.object({
  "@type": z.literal("Organization"),
  "@id": address,
  name: words,
  legalName: words,
  url: address,
  logo: address,
  telephone: phone,
  address: z.object({
    "@type": z.literal("PostalAddress"),
    streetAddress: words,
    addressCountry: words,
  }),
  contactPoint: z.array(contactPoint),
});

const website = z.object({
  "@type": z.literal("WebSite"),
  name: words,
  alternateName: words.optional(),
  url: address,
  publisher: z.object({ "@id": address }),
});

const breadcrumb = z
  .object({
    "@type": z.literal("BreadcrumbList"),
    itemListElement: z
      .array(
        z.object({ "@type": z.literal("ListItem"), position: z.int(), name: words, item: address }),
      )
      .min(2),
  })
  .refine(
    ({ itemListElement }) => itemListElement.every(({ position }, at) => position === at + 1),
    "is not counted from 1",
  );

const video = z
  .object({
    "@type": z.literal("VideoObject"),
    name: words,
    description: words,
    thumbnailUrl: address,
    uploadDate: instant,
    contentUrl: address.optional(),
    embedUrl: address.optional(),
    duration: z
      .string()
      .regex(/^PT\d+S$/)
      .optional(),
  })
  .refine(({ contentUrl, embedUrl }) => contentUrl ?? embedUrl, "can be seen nowhere");

const article = z.object({
  "@type": z.literal("NewsArticle"),
  "@id": address,
  mainEntityOfPage: address,
  headline: words,
  inLanguage: z.string().regex(/^zh-Han[st](-[A-Z]{2})?$/),
  image: z.array(address).min(2),
  datePublished: instant,
  dateModified: instant,
  author: z.union([z.object({ "@type": z.literal("Person"), name: words }), organization]),
  publisher: organization,
  video: z.union([video, z.array(video).min(2)]).optional(),
});

/** What schema.org's types must hold here for search engines to show them, by Google's lists of required properties. */
export const factsSchema = z
  .discriminatedUnion("@type", [organization, website, breadcrumb, article])
  .and(z.object({ "@context": z.literal("https://schema.org") }));

export const jsonFeedSchema = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: words,
  home_page_url: address,
  feed_url: address,
  description: words,
  language: z.string(),
  items: z.array(
    z.strictObject({
      id: address,
      url: address,
      title: words,
      content_text: words,
      image: address.optional(),
      date_published: instant,
      tags: z.array(words).optional(),
    }),
  ),
});
