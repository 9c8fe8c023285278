/** What a packed count starts from, so that it is a printable character. */
export const firstCount = 33;

/** Halves of surrogate pairs are packed this much further, as private-use characters: alone they would be no valid JSON. */
export const surrogateShift = 0x800;

const isShifted = (code: number): boolean => code >= 0xe000 && code < 0xe800;

/**
 * The tree of a fixed word list, in level order: the children of a node stand together, sorted by their unit.
 *
 * It is packed as it is used, one unit and one count of children a node, so 130,000 nodes need no building: they are in place
 * within a few milliseconds and 1 MB. Node 0 is the root and nobody's child, so 0 also means "no such node".
 */
export class WordTree {
  private readonly root = new Uint16Array(65_536);
  private readonly units: Uint16Array;
  /** The children of node n are [first[n], first[n + 1]). */
  private readonly first: Int32Array;

  /** `units` is that of each node after the root, `counts` says how many children each node has, the root included. */
  constructor(units: string, counts: string) {
    this.units = new Uint16Array(units.length + 1);
    this.first = new Int32Array(units.length + 2);
    let next = 1;
    for (let node = 0; node <= units.length; node++) {
      const code = node > 0 ? units.charCodeAt(node - 1) : 0;
      this.units[node] = isShifted(code) ? code - surrogateShift : code;
      this.first[node] = next;
      next += counts.charCodeAt(node) - firstCount;
    }
    this.first[units.length + 1] = next;
    for (let node = 1; node < (this.first[1] ?? 0); node++) this.root[this.units[node] ?? 0] = node;
  }

  /** The node one unit further, or 0. */
  child(node: number, unit: number): number {
    if (node === 0) return this.root[unit] ?? 0;
    const { first, units } = this;
    const end = first[node + 1] ?? 0;
    let low = first[node] ?? 0;
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((units[middle] ?? 0) < unit) low = middle + 1;
      else high = middle;
    }
    return low < end && units[low] === unit ? low : 0;
  }
}
