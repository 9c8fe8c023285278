import type { ValidationContext } from "sanity";

import { previewLines } from "@/lib/studio/scripts/preview-lines";

import { ownWords } from "./own-words";
import { findWords, sayFindings } from "./word-rules";

/** Warn of words in a text, by the law and by the company's own list. For `rule.custom(…).warning()`. */
export async function checkWords(value: string | undefined, { getClient }: ValidationContext) {
  const own = await ownWords(getClient({ apiVersion: "2025-02-19" }));
  return sayFindings(findWords(value ?? "", own));
}

/** As `checkWords`, for everything a Portable Text says. */
export function checkBodyWords(body: unknown, context: ValidationContext) {
  const lines = previewLines({ body }).map(({ text }) => text);
  return checkWords(lines.join("\n"), context);
}
