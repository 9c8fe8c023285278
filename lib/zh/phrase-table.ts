import type { CharacterForms } from "./characters.ts";
import { unitsAt } from "./han.ts";
import { Trie } from "./trie.ts";

/** A found phrase: how many units it takes and what it becomes. */
export type Match = { length: number; form: string };

/** Phrases and what they become, asked for the longest at a position. The first row for a phrase wins, as in OpenCC. */
export class PhraseTable {
  private readonly trie: Trie;
  private readonly characters: CharacterForms | null;
  private readonly matches: Match[] = [];

  /** `characters` stand where no phrase does. */
  constructor(
    rows: Iterable<readonly [string, string]> = [],
    expectedNodes = 64,
    characters: CharacterForms | null = null,
  ) {
    this.trie = new Trie(expectedNodes);
    this.characters = characters;
    for (const [phrase, form] of rows) this.add(phrase, form);
  }

  get isEmpty(): boolean {
    return this.matches.length === 0;
  }

  /** Add a phrase unless it is there already. */
  add(phrase: string, form: string): void {
    if (phrase === "" || this.exact(phrase)) return;
    this.matches.push({ length: phrase.length, form });
    this.trie.add(phrase, this.matches.length);
  }

  /** Whether a phrase may begin with a unit: what a scan asks before it looks any closer. */
  canStart(unit: number): boolean {
    const { trie, characters } = this;
    return trie.child(0, unit) > 0 || (characters !== null && characters.units[unit] !== unit);
  }

  /** Find the longest phrase that starts at `at` and ends by `end`. */
  longest(text: string, at: number, end: number): Match | null {
    const { trie } = this;
    let node = 0;
    let found = 0;
    for (let next = at; next < end; next++) {
      node = trie.child(node, text.charCodeAt(next));
      if (node === 0) break;
      const entry = trie.entry(node);
      if (entry > 0) found = entry;
    }
    return found > 0 ? (this.matches[found - 1] ?? null) : this.character(text, at, end);
  }

  private character(text: string, at: number, end: number): Match | null {
    const length = unitsAt(text, at);
    if (!this.characters || at + length > end) return null;
    return { length, form: this.characters.formAt(text, at) };
  }

  private exact(phrase: string): boolean {
    return this.longest(phrase, 0, phrase.length)?.length === phrase.length;
  }
}
