import traditional from "./traditional.json" with { type: "json" };

/** Simplified text of the Studio → the same in Traditional; a test keeps it complete. */
const table: Readonly<Record<string, string>> = traditional;

export type Said = { "zh-Hans": string; "zh-Hant": string };

/** Put an interface text in both interface languages, for validation messages. */
export function say(text: string): Said {
  return { "zh-Hans": text, "zh-Hant": table[text] ?? text };
}

/** Put numbers where a text has their names in braces; whole sentences are said, as the scripts order them differently. */
export function placed(text: string, numbers: Readonly<Record<string, number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(numbers[name]));
}

/** As `say`, with numbers in their places. */
export function sayPlaced(text: string, numbers: Readonly<Record<string, number>>): Said {
  const said = say(text);
  return {
    "zh-Hans": placed(said["zh-Hans"], numbers),
    "zh-Hant": placed(said["zh-Hant"], numbers),
  };
}

/** Show an interface text in the language the editor chose; anything but zh-Hant reads Simplified. */
export function sayIn(text: string, locale: string): string {
  return locale === "zh-Hant" ? (table[text] ?? text) : text;
}
