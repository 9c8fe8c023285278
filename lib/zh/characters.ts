import charactersData from "./data/characters.json" with { type: "json" };
import { isSurrogate, unitsAt } from "./han.ts";
import { readRows } from "./rows.ts";

/** Characters of one unit and their forms side by side, which need no cutting, and the others as rows. */
type Packed = { from: string; to: string; pairs: string };

/** What characters become one by one. */
export type CharacterForms = {
  /** The unit that a unit becomes; 0 where only `formAt` can tell, as it takes a surrogate pair. */
  readonly units: Uint16Array;
  /** The form of the whole character at `at`. */
  readonly formAt: (text: string, at: number) => string;
};

function unpack({ from, to, pairs }: Packed): CharacterForms {
  const units = new Uint16Array(65_536);
  for (let unit = 0; unit < 65_536; unit++) units[unit] = isSurrogate(unit) ? 0 : unit;
  for (let at = 0; at < from.length; at++) units[from.charCodeAt(at)] = to.charCodeAt(at);
  const others = new Map(readRows(pairs));
  for (const other of others.keys()) if (other.length === 1) units[other.charCodeAt(0)] = 0;
  return {
    units,
    formAt(text, at) {
      const unit = units[text.charCodeAt(at)] ?? 0;
      if (unit > 0) return String.fromCharCode(unit);
      const character = text.slice(at, at + unitsAt(text, at));
      return others.get(character) ?? character;
    },
  };
}

/** The characters of [start, end) in their own forms. */
export function writtenOut(
  text: string,
  start: number,
  end: number,
  { formAt }: CharacterForms,
): string {
  let form = "";
  for (let at = start; at < end; at += unitsAt(text, at)) form += formAt(text, at);
  return form;
}

let standard: CharacterForms | null = null;
let simplified: CharacterForms | null = null;

/** What Simplified characters become in standard Traditional where no word says otherwise. */
export function standardCharacters(): CharacterForms {
  standard ??= unpack(charactersData.simplifiedToStandard);
  return standard;
}

/** What Traditional characters become in Simplified where no phrase says otherwise. */
export function simplifiedCharacters(): CharacterForms {
  simplified ??= unpack(charactersData.standardToSimplified);
  return simplified;
}

/** The Traditional characters that Simplified writes otherwise, with its forms. */
export function simplifiedRows(): [string, string][] {
  const { from, to, pairs } = charactersData.standardToSimplified;
  const single = Array.from(from, (character, at): [string, string] => [character, to.charAt(at)]);
  return [...single, ...readRows(pairs)];
}
