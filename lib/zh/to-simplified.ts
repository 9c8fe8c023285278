import { simplifiedCharacters } from "./characters.ts";
import phrases from "./data/phrases.json" with { type: "json" };
import { PhraseTable } from "./phrase-table.ts";
import type { Piece } from "./pieces.ts";
import { rewrite } from "./rewrite.ts";
import { readRows } from "./rows.ts";

let shared: PhraseTable | null = null;

/** OpenCC's phrases, ours and OpenCC's characters from standard Traditional to Simplified. */
function simplifiedTable(): PhraseTable {
  shared ??= new PhraseTable(readRows(phrases.standardToSimplified), 1000, simplifiedCharacters());
  return shared;
}

/** Convert pieces of standard Traditional to Simplified. */
export function toSimplified(pieces: readonly Piece[]): Piece[] {
  return rewrite(pieces, simplifiedTable());
}
