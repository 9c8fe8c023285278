import type { PhraseTable } from "./phrase-table.ts";
import { type Piece, PieceList } from "./pieces.ts";

function eachStretch(
  text: string,
  table: PhraseTable,
  push: (start: number, end: number, text: string) => void,
): void {
  let plain = 0;
  for (let at = 0; at < text.length;) {
    const match = table.canStart(text.charCodeAt(at)) ? table.longest(text, at, text.length) : null;
    if (!match) {
      at++;
      continue;
    }
    if (at > plain) push(plain, at, text.slice(plain, at));
    push(at, at + match.length, match.form);
    at += match.length;
    plain = at;
  }
  if (plain < text.length) push(plain, text.length, text.slice(plain));
}

/** Replace the longest phrases of a table in a text. */
export function rewriteText(text: string, table: PhraseTable): string {
  let form = "";
  eachStretch(text, table, (_from, _to, part) => (form += part));
  return form;
}

/** Replace the longest phrases of a table in converted text, keeping track of the source they came from. */
export function rewrite(pieces: readonly Piece[], table: PhraseTable): Piece[] {
  const list = new PieceList();
  for (const { start, end, text } of pieces) {
    if (text.length === end - start)
      eachStretch(text, table, (from, to, form) => list.push(start + from, start + to, form));
    else list.push(start, end, rewriteText(text, table));
  }
  return list.pieces;
}
