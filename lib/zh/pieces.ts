/**
 * A stretch of source text [start, end) and what stands for it.
 *
 * Where the text is as long as the stretch it maps unit by unit; otherwise the stretch maps as a whole. Pieces of one text
 * follow each other without gaps.
 */
export type Piece = { start: number; end: number; text: string };

const isEven = ({ start, end, text }: Piece): boolean => text.length === end - start;

/** Gathers pieces, melting neighbours that map unit by unit into one. */
export class PieceList {
  readonly pieces: Piece[] = [];
  private last: Piece | null = null;

  push(start: number, end: number, text: string): void {
    const { last } = this;
    if (last && text.length === end - start && isEven(last)) {
      last.text += text;
      last.end = end;
      return;
    }
    this.last = { start, end, text };
    this.pieces.push(this.last);
  }
}

export function joinPieces(pieces: readonly Piece[]): string {
  let text = "";
  for (const piece of pieces) text += piece.text;
  return text;
}

/** Keep a cut away from the inside of a surrogate pair. */
function wholeCharacters(text: string, cut: number): number {
  const unit = text.charCodeAt(cut);
  const before = text.charCodeAt(cut - 1);
  return unit >= 0xdc00 && unit < 0xe000 && before >= 0xd800 && before < 0xdc00 ? cut + 1 : cut;
}

/** Where in a piece's text a source offset falls: exact in an even piece, in proportion in another. */
function cutOf(piece: Piece, offset: number): number {
  const within = offset - piece.start;
  if (isEven(piece)) return within;
  const share = within / Math.max(1, piece.end - piece.start);
  return wholeCharacters(piece.text, Math.round(share * piece.text.length));
}

/**
 * Cut converted text at source offsets.
 *
 * `offsets` rise from 0 to the source's length; the answer holds one text between each two. What a piece turned into stays
 * with the span it came from; a piece across a border is divided in proportion, never within a surrogate pair.
 */
export function splitPieces(pieces: readonly Piece[], offsets: readonly number[]): string[] {
  const texts: string[] = [];
  let index = 0;
  let taken = 0;
  for (const offset of offsets.slice(1)) {
    let text = "";
    for (let piece = pieces[index]; piece; piece = pieces[index]) {
      const cut =
        piece.end <= offset
          ? piece.text.length
          : Math.max(taken, cutOf(piece, Math.max(offset, piece.start)));
      text += piece.text.slice(taken, cut);
      taken = cut;
      if (piece.end > offset) break;
      index++;
      taken = 0;
    }
    texts.push(text);
  }
  return texts;
}
