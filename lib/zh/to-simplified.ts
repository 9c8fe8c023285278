import charactersData from "./data/characters.json" with { type: "json" };
import phrases from "./data/phrases.json" with { type: "json" };
import { PhraseTable, readRows } from "./phrase-table.ts";
import type { Piece } from "./pieces.ts";
import { rewrite } from "./rewrite.ts";

/** 覆 as an answer or a second look is 复; OpenCC's list has only the commonest. */
const answered: readonly (readonly [string, string])[] = [
  ["覆函", "复函"],
  ["函覆", "函复"],
  ["覆信", "复信"],
  ["覆文", "复文"],
  ["電覆", "电复"],
  ["覆核", "复核"],
  ["覆審", "复审"],
  ["覆查", "复查"],
  ["覆驗", "复验"],
  ["覆診", "复诊"],
  ["覆議", "复议"],
  ["覆選", "复选"],
  ["覆檢", "复检"],
];

let shared: PhraseTable | null = null;

/** OpenCC's phrases and characters from standard Traditional to Simplified. */
export function simplifiedTable(): PhraseTable {
  shared ??= new PhraseTable(
    [
      ...answered,
      ...readRows(phrases.standardToSimplified),
      ...readRows(charactersData.standardToSimplified),
    ],
    6000,
  );
  return shared;
}

/** Convert pieces of standard Traditional to Simplified. */
export function toSimplified(pieces: readonly Piece[]): Piece[] {
  return rewrite(pieces, simplifiedTable());
}
