/** Where an entry stands in the packed list: its own characters are [start, end), its form, if any, [formStart, formEnd). */
export type PackedEntry = {
  /** How many characters it keeps of the word before. */
  kept: number;
  start: number;
  end: number;
  /** 0 where the characters' defaults are the form. */
  formStart: number;
  formEnd: number;
  /** Whether it is an OpenCC phrase, rather than a word that only segmentation needs. */
  fromOpenCC: boolean;
};

const equals = 61;
const isDelimiter = (unit: number): boolean => unit > 64 && unit < 123;

/**
 * Walk a front-coded word list.
 *
 * `A头发=頭髮B部` holds 头发 (form 頭髮) and 头部: a letter says how many characters are kept of the word before, upper case when
 * the word is an OpenCC phrase; `=` gives the form where it is not the characters' default. The entry that `visit` gets is
 * reused for the next one.
 */
export function eachEntry(packed: string, visit: (entry: PackedEntry) => void): void {
  const entry: PackedEntry = {
    kept: 0,
    start: 0,
    end: 0,
    formStart: 0,
    formEnd: 0,
    fromOpenCC: false,
  };
  let at = 0;
  while (at < packed.length) {
    const code = packed.charCodeAt(at);
    entry.fromOpenCC = code < 97;
    entry.kept = code - (entry.fromOpenCC ? 65 : 97);
    entry.start = ++at;
    entry.formStart = 0;
    for (
      let unit = packed.charCodeAt(at);
      at < packed.length && !isDelimiter(unit);
      unit = packed.charCodeAt(at)
    ) {
      if (unit === equals) entry.formStart = at + 1;
      at++;
    }
    entry.end = entry.formStart > 0 ? entry.formStart - 1 : at;
    entry.formEnd = at;
    visit(entry);
  }
}

/** Walk a front-coded word list as whole words. */
export function eachWord(packed: string, visit: (word: string) => void): void {
  let word = "";
  eachEntry(packed, ({ kept, start, end }) => {
    word = word.slice(0, kept) + packed.slice(start, end);
    visit(word);
  });
}
