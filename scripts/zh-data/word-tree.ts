import { isSurrogate } from "../../lib/zh/han.ts";
import { firstCount, surrogateShift } from "../../lib/zh/word-tree.ts";

type Node = { from: number; to: number; depth: number };

/** The children of a node, which is a stretch of the sorted words that begin alike. */
function childrenOf(words: readonly string[], { from, to, depth }: Node): Node[] {
  const children: Node[] = [];
  for (let at = from; at < to; at++) {
    const last = children.at(-1);
    if (words[at]?.length === depth) continue;
    if (last && words[last.from]?.charCodeAt(depth) === words[at]?.charCodeAt(depth)) last.to++;
    else children.push({ from: at, to: at + 1, depth: depth + 1 });
  }
  return children;
}

const packUnit = (unit: number): string =>
  String.fromCharCode(isSurrogate(unit) ? unit + surrogateShift : unit);

/**
 * Pack words, sorted by their units, into the strings that a WordTree is made of.
 *
 * Words have no private-use characters. `ending` holds the word that ends at each node after the root, or null.
 */
export function packTree(words: readonly string[]): {
  units: string;
  counts: string;
  ending: (string | null)[];
} {
  const nodes: Node[] = [{ from: 0, to: words.length, depth: 0 }];
  let counts = "";
  for (const node of nodes) {
    const children = childrenOf(words, node);
    counts += String.fromCharCode(firstCount + children.length);
    nodes.push(...children);
  }
  const below = nodes.slice(1).map(({ from, depth }) => ({ word: words[from] ?? "", depth }));
  return {
    units: below.map(({ word, depth }) => packUnit(word.charCodeAt(depth - 1))).join(""),
    counts,
    ending: below.map(({ word, depth }) => (word.length === depth ? word : null)),
  };
}
