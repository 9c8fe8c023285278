import { gapsBetween, mergeRanges, protectedRanges } from "./fixed-ranges.ts";
import {
  findTerms,
  type GlossaryTerm,
  glossaryTerms,
  type IsBorder,
  type Override,
  overrideTerms,
  type Terms,
} from "./glossary.ts";
import type { Piece } from "./pieces.ts";
import { quoteRanges } from "./quotes.ts";
import { scriptOf, type Variant } from "./variants.ts";

/** Decide the ranges of a text that the built-in rules have no say in; `fixed` come from the caller and go first. */
export type Decide = (text: string, fixed: readonly Piece[], isBorder: IsBorder) => Piece[];

type Say = { to: Variant; glossary?: readonly GlossaryTerm[]; overrides?: readonly Override[] };

/** Make the decider of a converter: addresses and code, then the article's overrides, the site's glossary, quotation marks. */
export function decider({ to, glossary = [], overrides = [] }: Say): Decide {
  const ranked: Terms[] = [overrideTerms(overrides, to), glossaryTerms(glossary, to)];
  return (text, fixed, isBorder) => {
    let ranges = mergeRanges(fixed, protectedRanges(text));
    for (const terms of ranked) {
      const found = gapsBetween(ranges, text.length).flatMap((gap) =>
        findTerms(text, gap, terms, isBorder),
      );
      ranges = mergeRanges(ranges, found);
    }
    return mergeRanges(ranges, quoteRanges(text, scriptOf(to)));
  };
}
