import charactersData from "./data/characters.json" with { type: "json" };
import phrases from "./data/phrases.json" with { type: "json" };
import { PhraseTable, readRows } from "./phrase-table.ts";
import type { Piece } from "./pieces.ts";
import { rewrite } from "./regional.ts";

let shared: PhraseTable | null = null;

/** OpenCC's phrases and characters from standard Traditional to Simplified. */
export function simplifiedTable(): PhraseTable {
  shared ??= new PhraseTable(
    [...readRows(phrases.standardToSimplified), ...readRows(charactersData.standardToSimplified)],
    6000,
  );
  return shared;
}

/** Convert pieces of standard Traditional to Simplified. */
export function toSimplified(pieces: readonly Piece[]): Piece[] {
  return rewrite(pieces, simplifiedTable());
}
