import { computingSenses } from "./taiwan/computing-senses.ts";
import { isPartOfName } from "./taiwan/names-of-bodies.ts";
import type { Sense } from "./taiwan/sense.ts";
import { senses } from "./taiwan/senses.ts";

/** What words of prose mean where, by Simplified word. */
export const allSenses: ReadonlyMap<string, readonly Sense[]> = new Map(
  Object.entries({ ...senses, ...computingSenses }),
);

const reach = 20;
const sentenceEnd = "。！？；\n";

function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from > 0 && !sentenceEnd.includes(text.charAt(from - 1))) from--;
  while (to < text.length && !sentenceEnd.includes(text.charAt(to))) to++;
  return text.slice(from, to);
}

function fits({ before, after, topic }: Sense, text: string, start: number, end: number): boolean {
  return (
    (before?.test(text.slice(Math.max(0, start - reach), start)) ?? true) &&
    (after?.test(text.slice(end, end + reach * 2)) ?? true) &&
    (topic?.test(sentenceAround(text, start, end)) ?? true)
  );
}

/** The form of a listed word at its place in a Simplified text, or null where the mainland's word stays. */
export function taiwanFormAt(
  text: string,
  { start, end, form }: { start: number; end: number; form: string },
): string | null {
  if (isPartOfName(text, start, end)) return null;
  const sense = allSenses.get(text.slice(start, end))?.find((each) => fits(each, text, start, end));
  return (sense ? sense.form : form) || null;
}
