import { createHash } from "node:crypto";

import { pinyin } from "pinyin-pro";

import { isSlug, slugFromTitle } from "../studio/slug.ts";
import { createConverter } from "../zh/converter.ts";

const { convertText } = createConverter({ from: "auto", to: "zh-Hans" });

const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex");

/** Ids begin with this, so that what was brought in can be found again. */
export const importedPrefix = "imported-";

/** The id of a document made from a source, the same each time. */
export const importedId = (kind: string, key: string): string =>
  `${importedPrefix}${kind}-${sha1(key).slice(0, 20)}`;

export const redirectId = (from: string): string => `redirect-${sha1(from)}`;

/** A name by which two spellings of one word, in either script, are known to be the same. */
export const sameName = (text: string): string => convertText(text).trim().toLowerCase();

/** Keys of array members: the same each time a source is read. */
export function countingKeys(): () => string {
  let number = 0;
  return () => `i${(number += 1).toString(36)}`;
}

type Wish = { slug: string | null; title: string; key: string };

/** The address a text would like: the old one if it can be kept, else pinyin of the title, else a number from the key. */
export function wishedSlug({ slug, title, key }: Wish): string {
  const kept = slug !== null && isSlug(slug) && /[a-z]/.test(slug) ? slug : "";
  return kept || slugFromTitle(convertText(title), pinyin) || `old-${sha1(key).slice(0, 8)}`;
}

/** The address wished for, with `-2`, `-3` … when it is taken. */
export function freeSlug(wish: string, isTaken: (slug: string) => boolean): string {
  let number = 1;
  let chosen = wish;
  while (isTaken(chosen)) chosen = `${wish.slice(0, 90)}-${(number += 1)}`;
  return chosen;
}
