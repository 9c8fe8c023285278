import { contextRules } from "./context-rules.ts";
import { countingRules } from "./counting-rules.ts";
import { kitchenRules } from "./kitchen-rules.ts";

/** A word's form in a context: tested against what stands right before and right after it. The first that fits wins. */
export type Rule = { form: string; before?: RegExp; after?: RegExp };

const table = new Map(Object.entries({ ...contextRules, ...countingRules, ...kitchenRules }));
const longestWord = Math.max(...Array.from(table.keys(), (word) => word.length));
const firstUnits = new Uint8Array(65_536);
for (const word of table.keys()) firstUnits[word.charCodeAt(0)] = 1;

/** The rules of the word [start, end), or null: nearly always null, so it looks at one character before it cuts the word out. */
export function rulesFor(text: string, start: number, end: number): readonly Rule[] | null {
  if (firstUnits[text.charCodeAt(start)] === 0 || end - start > longestWord) return null;
  return table.get(text.slice(start, end)) ?? null;
}
