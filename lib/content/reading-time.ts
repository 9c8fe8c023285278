import type { BodyMember } from "@/lib/content/body";
import { textOf } from "@/lib/content/body-text";

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
