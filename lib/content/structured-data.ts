import type { Article } from "@/lib/content/articles";
import { articleCard, cardAddress } from "@/lib/content/cards";
import type { Picture, Video } from "@/lib/content/media";
import { playerAddress } from "@/lib/content/players";
import type { Contact, Settings } from "@/lib/content/schema";
import type { Site } from "@/lib/content/site";
import { env } from "@/lib/env";
import { absolute } from "@/lib/i18n/alternates";
import { isoInShanghai } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

/** Facts in schema.org's words; JSON leaves out what is `undefined`. */
export type Facts = Record<string, unknown>;

function pictureAddress({ path, isVector }: Picture, width: number): string {
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
    "@id": organizationId(),
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
    contactPoint: oneOrNone([
      ...hotlineFacts(site.settings, locale),
      ...people.flatMap((person) => contactFacts(person, locale)),
    ]),
  };
}

/** The site itself, so that search engines write its name above what they find in it. */
export function websiteFacts({ settings }: Site, locale: Locale): Facts {
  const { name, legalName } = settings;
  return {
    "@type": "WebSite",
    name,
    alternateName: legalName === name ? undefined : legalName,
    url: absolute(locale, "/"),
    inLanguage: locale,
    publisher: { "@id": organizationId() },
  };
}

function organizationId(): string {
  return `${env().siteUrl}/#organization`;
}

function oneOrNone(facts: readonly Facts[]): readonly Facts[] | undefined {
  return facts.length > 0 ? facts : undefined;
}

function hotlineFacts({ hotline }: Settings, locale: Locale): Facts[] {
  if (hotline === null) return [];
  const contactType = messagesOf(locale).site.hotline;
  return [{ "@type": "ContactPoint", contactType, telephone: hotline }];
}

function placeFacts({ address }: Settings): Facts | undefined {
  if (address?.lat == null || address.lng == null) return undefined;
  const geo = { "@type": "GeoCoordinates", latitude: address.lat, longitude: address.lng };
  return { "@type": "Place", address: address.text, geo };
}

/** Who can be reached neither by telephone nor by mail is no point of contact to a search engine. */
function contactFacts(
  { name, role, tel, mobile, email, region }: Contact,
  locale: Locale,
): Facts[] {
  const telephone = tel ?? mobile;
  if (telephone === null && email === null) return [];
  return [
    {
      "@type": "ContactPoint",
      name,
      contactType: role ?? messagesOf(locale).contact.people,
      telephone: telephone ?? undefined,
      email: email ?? undefined,
      areaServed: region ?? undefined,
    },
  ];
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
  const { publishedAt, updatedAt, author, cover } = article;
  const organization = organizationFacts(site, locale);
  const card = articleCard(article, site.settings.name);
  const pictures = [
    ...(cover ? [pictureAddress(cover, 1200)] : []),
    ...(["wide", "square"] as const).map((shape) =>
      cardAddress(locale, `/news/${article.slug}`, { card, shape }),
    ),
  ];
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
    image: pictures,
    author: author
      ? { "@type": "Person", name: author.name, jobTitle: author.role ?? undefined }
      : organization,
    publisher: organization,
    video: oneOrMany(allVideos(article).map((video) => videoFacts(video, article, pictures))),
  };
}

function oneOrMany(facts: readonly Facts[]): Facts | readonly Facts[] | undefined {
  return facts.length > 1 ? facts : facts[0];
}

/** The article's own film and those that stand in its text. */
function allVideos({ video, body }: Article): Video[] {
  const inText = body.filter((member) => member._type === "video");
  return [...(video ? [video] : []), ...inText];
}

function videoFacts(
  { source, poster, duration, transcript }: Video,
  article: Article,
  pictures: readonly string[],
): Facts {
  return {
    "@type": "VideoObject",
    name: article.title,
    description: article.excerpt ?? article.title,
    uploadDate: isoInShanghai(article.publishedAt),
    thumbnailUrl: poster ? pictureAddress(poster, 1200) : pictures[0],
    ...(source.kind === "file"
      ? { contentUrl: env().siteUrl + source.file.path }
      : { embedUrl: playerAddress(source) }),
    duration: duration === null ? undefined : `PT${Math.round(duration)}S`,
    transcript: transcript ?? undefined,
  };
}
