import type { Article } from "@/lib/content/articles";
import { articleCard, cardAddress } from "@/lib/content/cards";
import type { Picture, Video } from "@/lib/content/media";
import type { Contact, Settings } from "@/lib/content/schema";
import type { Site } from "@/lib/content/site";
import { env } from "@/lib/env";
import { absolute } from "@/lib/i18n/alternates";
import { isoInShanghai } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";

/** Facts in schema.org's words; JSON leaves out what is `undefined`. */
export type Facts = Record<string, unknown>;

export function pictureAddress({ path, isVector }: Picture, width: number): string {
  return env().siteUrl + path + (isVector ? "" : `?w=${width}`);
}

/** The company, by a name that other facts can refer to. */
export function organizationFacts(
  site: Site,
  locale: Locale,
  people: readonly Contact[] = [],
): Facts {
  const { legalName, name, logo, hotline, email, address } = site.settings;
  return {
    "@type": "Organization",
    "@id": `${env().siteUrl}/#organization`,
    name,
    legalName,
    url: absolute(locale, "/"),
    logo: logo ? pictureAddress(logo, 512) : undefined,
    telephone: hotline ?? undefined,
    email: email ?? undefined,
    address: address
      ? { "@type": "PostalAddress", streetAddress: address.text, addressCountry: "CN" }
      : undefined,
    location: placeFacts(site.settings),
    contactPoint: people.map(contactFacts),
  };
}

function placeFacts({ address }: Settings): Facts | undefined {
  if (address?.lat == null || address.lng == null) return undefined;
  const geo = { "@type": "GeoCoordinates", latitude: address.lat, longitude: address.lng };
  return { "@type": "Place", address: address.text, geo };
}

function contactFacts({ name, role, tel, mobile, email, region }: Contact): Facts {
  return {
    "@type": "ContactPoint",
    name,
    contactType: role ?? undefined,
    telephone: tel ?? mobile ?? undefined,
    email: email ?? undefined,
    areaServed: region ?? undefined,
  };
}

export function breadcrumbFacts(
  crumbs: readonly { title: string; path: string }[],
  locale: Locale,
): Facts {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ title, path }, at) => ({
      "@type": "ListItem",
      position: at + 1,
      name: title,
      item: absolute(locale, path),
    })),
  };
}

export function articleFacts(article: Article, site: Site, locale: Locale): Facts {
  const address = absolute(locale, `/news/${article.slug}`);
  const { publishedAt, updatedAt, author, video, cover } = article;
  const organization = organizationFacts(site, locale);
  const card = articleCard(article, site.settings.name);
  return {
    "@type": "NewsArticle",
    "@id": `${address}#article`,
    mainEntityOfPage: address,
    headline: article.title,
    description: article.excerpt ?? undefined,
    inLanguage: locale,
    datePublished: isoInShanghai(publishedAt),
    dateModified: isoInShanghai(updatedAt ?? publishedAt),
    articleSection: article.category?.title,
    keywords: article.tags.map(({ title }) => title),
    image: [
      ...(cover ? [pictureAddress(cover, 1200)] : []),
      ...(["wide", "square"] as const).map((shape) =>
        cardAddress(locale, `/news/${article.slug}`, { card, shape }),
      ),
    ],
    author: author
      ? { "@type": "Person", name: author.name, jobTitle: author.role ?? undefined }
      : organization,
    publisher: organization,
    video: video ? videoFacts(video, article) : undefined,
  };
}

function videoFacts({ source, poster, duration, transcript }: Video, article: Article): Facts {
  const picture = poster ?? article.cover;
  return {
    "@type": "VideoObject",
    name: article.title,
    description: article.excerpt ?? article.title,
    uploadDate: isoInShanghai(article.publishedAt),
    thumbnailUrl: picture ? pictureAddress(picture, 1200) : undefined,
    contentUrl: source.kind === "file" ? env().siteUrl + source.file.path : undefined,
    duration: duration === null ? undefined : `PT${Math.round(duration)}S`,
    transcript: transcript ?? undefined,
  };
}
