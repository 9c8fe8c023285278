import { PhraseTable } from "./phrase-table.ts";
import type { Piece } from "./pieces.ts";
import { pickForm, type Variant } from "./variants.ts";

/** A term of the site: its form per variant. `word` terms fire only where they begin and end with a word. */
export type GlossaryTerm = { forms: Partial<Record<Variant, string>>; match: "always" | "word" };

/** An editor's correction within one article; without a locale it holds for every target. */
export type Override = { from: string; to: string; locale?: Variant };

/** Whether a word begins or ends at an offset. */
export type IsBorder = (offset: number) => boolean;

export type Terms = { table: PhraseTable; wordsOnly: ReadonlySet<string> };

function appliesTo(locale: Variant | undefined, target: Variant): boolean {
  return locale === undefined || pickForm({ [locale]: "x" }, target) !== null;
}

/** Make the table of an article's corrections; one for exactly this variant goes before a general one. */
export function overrideTerms(overrides: readonly Override[], target: Variant): Terms {
  const exact = overrides.filter(({ locale }) => locale === target);
  const general = overrides.filter(({ locale }) => locale !== target && appliesTo(locale, target));
  const rows = [...exact, ...general].map(({ from, to }): [string, string] => [from, to]);
  return { table: new PhraseTable(rows), wordsOnly: new Set() };
}

/** Make the table of a site's terms: every form of a term becomes the target's. Of two terms with the same form the first wins. */
export function glossaryTerms(glossary: readonly GlossaryTerm[], target: Variant): Terms {
  const table = new PhraseTable();
  const always = new Set<string>();
  const words = new Set<string>();
  for (const { forms, match } of glossary) {
    const form = pickForm(forms, target);
    if (form === null) continue;
    for (const source of Object.values(forms)) {
      table.add(source, form);
      (match === "word" ? words : always).add(source);
    }
  }
  return { table, wordsOnly: new Set([...words].filter((source) => !always.has(source))) };
}

/** Find the terms in [start, end), longest first from the left. */
export function findTerms(
  text: string,
  { start, end }: { start: number; end: number },
  { table, wordsOnly }: Terms,
  isBorder: IsBorder,
): Piece[] {
  const found: Piece[] = [];
  if (table.isEmpty) return found;
  for (let at = start; at < end;) {
    const match = table.longest(text, at, end);
    const stop = at + (match?.length ?? 1);
    const fits =
      match && (!wordsOnly.has(text.slice(at, stop)) || (isBorder(at) && isBorder(stop)));
    if (match && fits) found.push({ start: at, end: stop, text: match.form });
    at = fits ? stop : at + 1;
  }
  return found;
}
