import { createHash } from "node:crypto";

import { getArticle, type Article } from "@/lib/content/articles";
import { getPage } from "@/lib/content/pages";
import { getSite, type Site } from "@/lib/content/site";
import { getCategory, getTag } from "@/lib/content/taxonomy";
import { absolute } from "@/lib/i18n/alternates";
import { formatDate } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

/** What is written on the picture of a shared page, in the reader's script. */
export type CardText = { title: string; name: string; note: string };

export type CardShape = "wide" | "square";

/** Part of every card's address, so that a new look has new addresses. */
const look = 1;

function versionOf(card: CardText): string {
  return createHash("sha256")
    .update(JSON.stringify([look, card]))
    .digest("hex")
    .slice(0, 16);
}

/** Where the card of a page is: another text has another address, so a card can be kept for ever. */
export function cardAddress(
  locale: Locale,
  path: string,
  { card, shape }: { card: CardText; shape: CardShape },
): string {
  const folder = path === "/" ? "" : path;
  return absolute(locale, `/card${folder}/${versionOf(card)}-${shape}.png`);
}

export type AskedCard = { path: string; version: string; shape: CardShape };

/** Read the part of a card's address after `/card/`; `null` when it is none. */
export function readCardAddress(segments: readonly string[]): AskedCard | null {
  const [, version, shape] = /^([\da-f]{16})-(wide|square)\.png$/.exec(segments.at(-1) ?? "") ?? [];
  if (version === undefined || (shape !== "wide" && shape !== "square")) return null;
  return { path: `/${segments.slice(0, -1).join("/")}`, version, shape };
}

export function isCurrent({ version }: AskedCard, card: CardText): boolean {
  return versionOf(card) === version;
}

export function articleCard(article: Article, name: string): CardText {
  const { seo, title, category, publishedAt } = article;
  const note = [category?.title, formatDate(publishedAt)].filter(Boolean).join("　");
  return { title: seo?.title ?? title, name, note };
}

/** What the front page's card says, and that of every page without a title of its own. */
export function siteCard({ name, tagline, legalName }: Site["settings"]): CardText {
  return { title: tagline ?? name, name, note: legalName };
}

/** The card of a page, given by its path without locale; `null` when there is no such page. */
export async function getCard(path: string, locale: Locale): Promise<CardText | null> {
  const { settings } = await getSite(locale);
  const [first = "", slug, ...rest] = path.split("/").slice(1);
  if (first === "news" && slug !== undefined && rest.length === 0) {
    const article = await getArticle(slug, locale);
    return article && articleCard(article, settings.name);
  }
  if (path === "/") return siteCard(settings);
  const title = await titleOf(path, locale);
  return title === null ? null : { title, name: settings.name, note: settings.tagline ?? "" };
}

async function titleOf(path: string, locale: Locale): Promise<string | null> {
  const own = titleOfOwnPage(path, locale);
  if (own !== null) return own;
  const [first = "", kind, slug] = path.split("/").slice(1);
  if (kind !== undefined) return slug === undefined ? null : titleOfList(kind, slug, locale);
  const page = await getPage(first, locale);
  return page && (page.seo?.title ?? page.title);
}

function titleOfOwnPage(path: string, locale: Locale): string | null {
  const { news, contact } = messagesOf(locale);
  if (path === "/news") return news.title;
  return path === "/contact" ? contact.title : null;
}

async function titleOfList(kind: string, slug: string, locale: Locale): Promise<string | null> {
  if (kind === "category") return (await getCategory(slug, locale))?.title ?? null;
  if (kind === "tag") return (await getTag(slug, locale))?.title ?? null;
  const { inYear } = messagesOf(locale).news;
  return kind === "archive" ? inYear.replace("{year}", slug) : null;
}
