import { declarations } from "./look.ts";

export type ListPlace = { kind: "bullet" | "number"; level: number };

/**
 * Where a paragraph of Word stands in a list; `null` for one that is in none.
 *
 * Word copies a list as paragraphs with `mso-list:l0 level2 lfo1`; what its marker is, only the marker tells.
 */
export function wordListPlace(element: Element): ListPlace | null {
  const style = declarations(element)["mso-list"];
  const level = /level(\d+)/.exec(style ?? "")?.[1];
  if (level === undefined) return null;
  const marker = [...element.querySelectorAll("*")].find(isWordMarker)?.textContent ?? "";
  const isNumber = /^[\s\u00a0]*[（(]?[\da-z一二三四五六七八九十]+[.)、）．]/i.test(marker);
  return { kind: isNumber ? "number" : "bullet", level: Number(level) };
}

/** The bullet or number itself, which the list will draw. */
export function isWordMarker(element: Element): boolean {
  return declarations(element)["mso-list"] === "ignore";
}
