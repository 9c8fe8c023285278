import { getListPage } from "@/lib/content/lists";
import { getSite } from "@/lib/content/site";
import type { Summary } from "@/lib/content/summaries";
import { escapeXml } from "@/lib/content/xml";
import { env } from "@/lib/env";
import { absolute } from "@/lib/i18n/alternates";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

type FeedItem = { url: string; story: Summary };

type Feed = {
  locale: Locale;
  title: string;
  description: string;
  home: string;
  items: FeedItem[];
};

/** The newest articles, for readers who let them come. */
export async function getFeed(locale: Locale): Promise<Feed> {
  const [{ settings }, list] = await Promise.all([
    getSite(locale),
    getListPage({ of: "all" }, 1, locale),
  ]);
  return {
    locale,
    title: messagesOf(locale).feed.title.replace("{name}", settings.name),
    description: settings.description ?? settings.tagline ?? settings.legalName,
    home: absolute(locale, "/"),
    items: (list?.items ?? []).map((story) => ({
      story,
      url: absolute(locale, `/news/${story.slug}`),
    })),
  };
}

/** RSS 2.0, as the specification of the RSS Advisory Board has it. */
export function toRss(feed: Feed): string {
  const { title, description, home, locale, items } = feed;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeXml(title)}</title>
<link>${home}</link>
<description>${escapeXml(description)}</description>
<language>${locale}</language>
<atom:link href="${home}/feed.xml" rel="self" type="application/rss+xml"/>
${items.map(rssItem).join("\n")}
</channel>
</rss>
`;
}

function rssItem({ url, story }: FeedItem): string {
  const { title, excerpt, category, publishedAt } = story;
  return `<item>
<title>${escapeXml(title)}</title>
<link>${url}</link>
<guid isPermaLink="true">${url}</guid>
<pubDate>${new Date(publishedAt).toUTCString()}</pubDate>
${category ? `<category>${escapeXml(category.title)}</category>\n` : ""}<description>${escapeXml(excerpt ?? title)}</description>
</item>`;
}

/** JSON Feed 1.1. */
export function toJsonFeed({ title, description, home, locale, items }: Feed) {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title,
    description,
    language: locale,
    home_page_url: home,
    feed_url: `${home}/feed.json`,
    items: items.map(({ url, story }) => ({
      id: url,
      url,
      title: story.title,
      content_text: story.excerpt ?? story.title,
      date_published: new Date(story.publishedAt).toISOString(),
      ...(story.cover && { image: env().siteUrl + story.cover.path }),
      ...(story.category && { tags: [story.category.title] }),
    })),
  };
}
