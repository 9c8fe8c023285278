import { scriptCharacters } from "./scripts.ts";
import type { Script } from "./variants.ts";

let shared: Int8Array | null = null;

/** By code point: 1 for a character that only Simplified has, −1 for one that only Traditional has. */
function leanings(): Int8Array {
  if (shared) return shared;
  const { simplified, traditional } = scriptCharacters();
  shared = new Int8Array(0x4_0000);
  for (const character of simplified) shared[character.codePointAt(0) ?? 0] = 1;
  for (const character of traditional) shared[character.codePointAt(0) ?? 0] = -1;
  return shared;
}

function countLeanings(text: string): { simplified: number; traditional: number } {
  const leaning = leanings();
  const count = { simplified: 0, traditional: 0 };
  for (let at = 0; at < text.length; at++) {
    const side = leaning[text.codePointAt(at) ?? 0];
    if (side === 1) count.simplified++;
    if (side === -1) count.traditional++;
  }
  return count;
}

/** Say which script a text is written in; text that could be either counts as Simplified. */
export function detectScript(text: string): Script {
  const { simplified, traditional } = countLeanings(text);
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}

/** A single character may be a name's own spelling. */
const fewest = 2;
/** What a text in one script may quote of the other. */
const mostOfTheOther = 0.1;

/** Say which script a text is written in beyond doubt; `null` for one that could be either, or has much of both. */
export function findPlainScript(text: string): Script | null {
  const { simplified, traditional } = countLeanings(text);
  const most = Math.max(simplified, traditional);
  const least = Math.min(simplified, traditional);
  if (most < fewest || least > most * mostOfTheOther) return null;
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}
