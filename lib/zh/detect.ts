import { scriptCharacters } from "./scripts.ts";
import type { Script } from "./variants.ts";

/** How a text leans by its characters that only one script has: above 0 Simplified, below Traditional. */
function leaning(text: string): number {
  const { simplified, traditional } = scriptCharacters();
  let sum = 0;
  for (const character of text) {
    if (character < "\u3400") continue;
    if (simplified.has(character)) sum++;
    else if (traditional.has(character)) sum--;
  }
  return sum;
}

/** Say which script a text is written in; text that could be either counts as Simplified. */
export function detectScript(text: string): Script {
  return leaning(text) < 0 ? "zh-Hant" : "zh-Hans";
}
