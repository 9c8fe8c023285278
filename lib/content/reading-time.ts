import type { BodyMember } from "@/lib/content/body";

const charactersAMinute = 400;
const wordsAMinute = 220;

const han = /\p{Script=Han}/gu;
const word = /[\p{Script=Latin}\p{Number}]+(?:['’.,-][\p{Script=Latin}\p{Number}]+)*/gu;

/**
 * The minutes a text takes to read, at least one.
 *
 * Chinese is read by the character and Latin by the word; counting either way alone is wrong by a factor of two.
 */
export function readingMinutes(body: readonly BodyMember[]): number {
  const text = body.map(textOf).join("\n");
  const characters = text.match(han)?.length ?? 0;
  const words = text.match(word)?.length ?? 0;
  return Math.max(1, Math.round(characters / charactersAMinute + words / wordsAMinute));
}

/** What a member says in words, for counting, searching and descriptions. */
export function textOf(member: BodyMember): string {
  switch (member._type) {
    case "block":
      return member.children.map(({ text }) => text).join("");
    case "table":
      return member.rows.map(({ cells }) => cells.join(" ")).join("\n");
    case "pullQuote":
    case "callout":
      return member.text;
    case "image":
    case "gallery":
    case "video":
    case "attachment":
    case "divider":
      return "";
  }
}

const longestOpening = 110;

/** How a text begins, for those who are shown no more of it; `undefined` when it has no words. */
export function openingOf(body: readonly BodyMember[]): string | undefined {
  const text = body.map(textOf).filter(Boolean).join(" ");
  const characters = [...text];
  if (characters.length <= longestOpening) return text || undefined;
  return `${characters.slice(0, longestOpening).join("")}…`;
}
