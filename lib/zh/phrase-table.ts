import { Trie } from "./trie.ts";

/** A found phrase: how many units it takes and what it becomes. */
export type Match = { length: number; form: string };

/** Phrases and what they become, asked for the longest at a position. The first row for a phrase wins, as in OpenCC. */
export class PhraseTable {
  private readonly trie: Trie;
  private readonly matches: Match[] = [];

  constructor(rows: Iterable<readonly [string, string]> = [], expectedNodes = 64) {
    this.trie = new Trie(expectedNodes);
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

  /** Whether some phrase begins with a unit: what a scan asks before it looks any closer. */
  canStart(unit: number): boolean {
    return this.trie.child(0, unit) > 0;
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
    return found > 0 ? (this.matches[found - 1] ?? null) : null;
  }

  private exact(phrase: string): boolean {
    return this.longest(phrase, 0, phrase.length)?.length === phrase.length;
  }
}

/** Read `from to|from to`. */
export function readRows(packed: string): [string, string][] {
  return packed.split("|").map((row) => {
    const space = row.indexOf(" ");
    return [row.slice(0, space), row.slice(space + 1)];
  });
}
