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

/** Say which script a text is written in; text that could be either counts as Simplified. */
export function detectScript(text: string): Script {
  const leaning = leanings();
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += leaning[text.codePointAt(at) ?? 0] ?? 0;
  return sum < 0 ? "zh-Hant" : "zh-Hans";
}
