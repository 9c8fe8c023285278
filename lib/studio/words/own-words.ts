import type { SanityClient } from "sanity";
import { z } from "zod";

import type { OwnWord } from "./word-rules";

/** A dot keeps it private: which words a company avoids is nobody's business. */
export const wordListId = "studio.wordList";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

const wordsSchema = z.array(z.object({ word: text, reason: text, suggestion: text })).nullable();

/** Every field of a form asks at every pause in typing; one answer serves them all for this long, in ms. */
const freshFor = 3_000;

let last: { at: number; words: Promise<OwnWord[]> } | null = null;

/** The company's own list, a few seconds old at most. */
export function ownWords(client: SanityClient): Promise<OwnWord[]> {
  const now = Date.now();
  if (last === null || now - last.at > freshFor) last = { at: now, words: load(client) };
  return last.words;
}

async function load(client: SanityClient): Promise<OwnWord[]> {
  const found = await client.fetch<unknown>(
    `*[_id == $id][0].words[]{ word, reason, suggestion }`,
    { id: wordListId },
    { perspective: "raw" },
  );
  return wordsSchema.parse(found) ?? [];
}
