import { getListPage } from "@/lib/content/lists";
import { listPages } from "@/lib/content/pages";
import { getSite } from "@/lib/content/site";
import { listCategories } from "@/lib/content/taxonomy";
import { absolute } from "@/lib/i18n/alternates";
import { localeNames, locales, type Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

/** The site in brief for language models, as llmstxt.org has it: what it is, then links with a sentence each. */
export async function getGuide(locale: Locale): Promise<string> {
  const [{ settings }, pages, categories, news] = await Promise.all([
    getSite(locale),
    listPages(locale),
    listCategories(locale),
    getListPage({ of: "all" }, 1, locale),
  ]);
  const t = messagesOf(locale);
  const link = (title: string, path: string, about: string | null) =>
    `- [${plain(title)}](${absolute(locale, path)})${about ? `: ${plain(about)}` : ""}`;
  return [
    `# ${plain(settings.name)}`,
    `> ${plain(settings.description ?? settings.tagline ?? settings.legalName)}`,
    [settings.legalName, settings.address?.text, settings.hotline].filter(Boolean).join("\n"),
    section(
      t.home.latest,
      (news?.items ?? []).map((story) => link(story.title, `/news/${story.slug}`, story.excerpt)),
    ),
    section(
      t.home.categories,
      categories.map((one) => link(one.title, `/news/category/${one.slug}`, one.description)),
    ),
    section(t.contact.company, [
      ...pages.map((page) => link(page.title, `/${page.slug}`, page.description)),
      link(t.contact.title, "/contact", t.contact.description.replace("{name}", settings.name)),
    ]),
    section("Optional", [
      link(t.feed.title.replace("{name}", settings.name), "/feed.xml", "RSS"),
      link(t.feed.title.replace("{name}", settings.name), "/feed.json", "JSON Feed"),
      ...locales
        .filter((other) => other !== locale)
        .map((other) => `- [${localeNames[other]}](${absolute(other, "/llms.txt")})`),
    ]),
  ]
    .join("\n\n")
    .concat("\n");
}

function section(title: string, lines: readonly string[]): string {
  return [`## ${plain(title)}`, lines.join("\n")].join("\n\n");
}

/** One line without what Markdown would read as a link. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[[\]]/g, "\\$&").trim();
}
