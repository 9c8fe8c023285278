import { type CharacterForms, writtenOut } from "./characters.ts";
import type { Piece } from "./pieces.ts";

/**
 * Converted text in the making: what characters become one by one, and over it the forms of words.
 *
 * Nearly every form is as long as its word, so the text is kept as units in place and becomes a string once; a form of another
 * length stands aside, a piece of its own.
 */
export class Draft {
  private readonly text: string;
  private readonly start: number;
  private readonly units: Uint16Array;
  private readonly uneven: Piece[] = [];

  /** Begin with the stretch [start, end) of a text as it is. */
  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.start = start;
    this.units = new Uint16Array(end - start);
    for (let at = start; at < end; at++) this.units[at - start] = text.charCodeAt(at);
  }

  /** Write a form in place of [start, end); stretches come in the order of the text. */
  write(start: number, end: number, form: string): void {
    if (form.length !== end - start) {
      this.uneven.push({ start, end, text: form });
      return;
    }
    for (let at = start; at < end; at++) this.units[at - this.start] = form.charCodeAt(at - start);
  }

  /** Write the characters of [start, end) one by one. */
  writeCharacters(start: number, end: number, characters: CharacterForms): void {
    for (let at = start; at < end; at++) {
      const unit = characters.units[this.text.charCodeAt(at)] ?? 0;
      if (unit === 0) {
        this.write(start, end, writtenOut(this.text, start, end, characters));
        return;
      }
      this.units[at - this.start] = unit;
    }
  }

  /** The text as pieces: each stretch of even length is one. */
  pieces(): Piece[] {
    const pieces: Piece[] = [];
    const end = this.start + this.units.length;
    let at = this.start;
    for (const piece of this.uneven) {
      if (piece.start > at) pieces.push(this.even(at, piece.start));
      pieces.push(piece);
      at = piece.end;
    }
    if (end > at) pieces.push(this.even(at, end));
    return pieces;
  }

  private even(start: number, end: number): Piece {
    const units = this.units.subarray(start - this.start, end - this.start);
    return { start, end, text: textOf(units) };
  }
}

/** How many units a call may take as arguments. */
const most = 8192;

function textOf(units: Uint16Array): string {
  let text = "";
  for (let at = 0; at < units.length; at += most)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, at + most));
  return text;
}
