const rootSize = 65_536;

/**
 * A word tree that grows, in typed arrays: open addressing over (node, UTF-16 unit), with the root's children in a table of
 * their own, which an empty tree does without. For a list that is fixed at build time there is the WordTree.
 *
 * Node 0 is the root and never anyone's child, so 0 also means "no such node".
 */
export class Trie {
  private root = new Int32Array(0);
  /** Parent, unit and child of each slot, together because they are looked at together. */
  private cells: Int32Array;
  private mask: number;
  private entries: Int32Array;
  private size = 1;

  constructor(expectedNodes: number) {
    let slots = 64;
    while (slots < expectedNodes * 1.6) slots *= 2;
    this.mask = slots - 1;
    this.cells = new Int32Array(slots * 3);
    this.entries = new Int32Array(slots);
  }

  /** The node one unit further, or 0. */
  child(node: number, unit: number): number {
    if (node === 0) return this.root[unit] ?? 0;
    const { cells } = this;
    let slot = this.slot(node, unit);
    for (;;) {
      const cell = slot * 3;
      const child = cells[cell + 2] ?? 0;
      if (child === 0 || (cells[cell] === node && cells[cell + 1] === unit)) return child;
      slot = (slot + 1) & this.mask;
    }
  }

  /** The entry that ends at a node, from 1 on; 0 when no word ends there. */
  entry(node: number): number {
    return this.entries[node] ?? 0;
  }

  /** Step to a child, making it when it is missing. */
  grow(node: number, unit: number): number {
    const known = this.child(node, unit);
    if (known > 0) return known;
    if (this.size * 1.25 > this.mask) this.enlarge();
    const made = this.size++;
    if (node === 0) this.putRoot(unit, made);
    else this.put(node, unit, made);
    return made;
  }

  /** Let a word end at a node; the last writer wins. */
  mark(node: number, entry: number): void {
    this.entries[node] = entry;
  }

  /** Add a whole word. */
  add(word: string, entry: number): void {
    let node = 0;
    for (let at = 0; at < word.length; at++) node = this.grow(node, word.charCodeAt(at));
    this.mark(node, entry);
  }

  private slot(node: number, unit: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }

  private putRoot(unit: number, child: number): void {
    if (this.root.length === 0) this.root = new Int32Array(rootSize);
    this.root[unit] = child;
  }

  private put(node: number, unit: number, child: number): void {
    let slot = this.slot(node, unit);
    while (this.cells[slot * 3 + 2] !== 0) slot = (slot + 1) & this.mask;
    this.cells[slot * 3] = node;
    this.cells[slot * 3 + 1] = unit;
    this.cells[slot * 3 + 2] = child;
  }

  private enlarge(): void {
    const { cells, entries } = this;
    const slots = (this.mask + 1) * 2;
    this.mask = slots - 1;
    this.cells = new Int32Array(slots * 3);
    this.entries = new Int32Array(slots);
    this.entries.set(entries);
    for (let cell = 0; cell < cells.length; cell += 3) {
      const child = cells[cell + 2] ?? 0;
      if (child > 0) this.put(cells[cell] ?? 0, cells[cell + 1] ?? 0, child);
    }
  }
}
