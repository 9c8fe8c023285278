import { standardCharacters, writtenOut } from "./characters.ts";
import { lexicon } from "./lexicon.ts";
import { type Rule, rulesFor } from "./rules.ts";
import type { Segmentation } from "./segment.ts";

const reach = 8;

function settle(text: string, start: number, end: number): Rule | null {
  const rules = rulesFor(text, start, end);
  if (!rules) return null;
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  return (
    rules.find(
      (each) => (each.before?.test(before) ?? true) && (each.after?.test(after) ?? true),
    ) ?? null
  );
}

/** Whether a rule that looks at the neighbours, and no mere default, settles the word [start, end). */
export function decidedByContext(text: string, start: number, end: number): boolean {
  const rule = settle(text, start, end);
  return (rule?.before ?? rule?.after) !== undefined;
}

/** Ask the rules about each character of a word whose form nobody vouches for. */
function settleCharacters(text: string, start: number, end: number): string | null {
  const characters = standardCharacters();
  let form = "";
  let plain = start;
  for (let at = start; at < end; at++) {
    const rule = settle(text, at, at + 1);
    if (!rule?.before && !rule?.after) continue;
    form += writtenOut(text, plain, at, characters) + rule.form;
    plain = at + 1;
  }
  return plain > start ? form + writtenOut(text, plain, end, characters) : null;
}

/**
 * Settle what words alone leave open, by the rules of each word; a word that is known by its frequency alone is asked
 * about character by character.
 *
 * Answers forms by the offset where a word starts, or null when nothing had to be settled; a word without an answer keeps its
 * lexicon form.
 */
export function applyContext(
  text: string,
  { start, ends, entries }: Segmentation,
): Map<number, string> | null {
  const words = lexicon();
  let forms: Map<number, string> | null = null;
  let at = start;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index] ?? at;
    const isOpen = end > at + 1 && words.isMute(entries[index] ?? 0);
    const form = settle(text, at, end)?.form ?? (isOpen ? settleCharacters(text, at, end) : null);
    if (form !== null) (forms ??= new Map()).set(at, form);
    at = end;
  }
  return forms;
}
