import type { pinyin } from "pinyin-pro";

import { readTitle } from "./read-title.ts";

/** A suggestion ends at a word near this length: an address should be short enough to read out. */
const comfortable = 48;

/** Words that carry no meaning in an address. */
const fillers = new Set([
  "的",
  "了",
  "在",
  "是",
  "与",
  "和",
  "及",
  "或",
  "之",
  "为",
  "于",
  "对",
  "将",
  "被",
  "向",
  "从",
  "等",
  "我们",
]);

const slugPattern = /^[a-z0-9-]{1,96}$/;

export const isSlug = (text: string): boolean => slugPattern.test(text);

/** First parts of the site's own addresses, where a page of an editor's would never be seen. */
const ownAddresses = new Set([
  "card",
  "contact",
  "errors",
  "missing",
  "news",
  "review",
  "saved",
  "search",
  "unavailable",
]);

/** Whether the site keeps an address for itself, so that no page may be called so. */
export const isOwnAddress = (slug: string): boolean => ownAddresses.has(slug);

/**
 * Suggest an address for a Simplified title: its words in pinyin, ASCII, joined by hyphens.
 *
 * Answers "" when nothing in the title can be read; the editor is then asked to write one.
 */
export function slugFromTitle(title: string, read: typeof pinyin): string {
  const words = readTitle(title, read).map(({ word, said }) =>
    fillers.has(word) ? "" : ascii(said.join("")),
  );
  return shorten(words.filter((word) => word !== ""));
}

function ascii(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function shorten(words: readonly string[]): string {
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, comfortable) : `${slug}-${word}`;
    if (longer.length > comfortable) break;
    slug = longer;
  }
  return slug;
}
