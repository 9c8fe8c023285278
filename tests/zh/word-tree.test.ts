import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";

import { WordTree } from "../../lib/zh/word-tree.ts";
import { packTree } from "../../scripts/zh-data/word-tree.ts";

function nodeOf(tree: WordTree, word: string): number {
  let node = 0;
  for (let at = 0; at < word.length; at++) {
    node = tree.child(node, word.charCodeAt(at));
    if (node === 0) return 0;
  }
  return node;
}

describe("a packed word tree", () => {
  it("leads to each word's end, and to nothing that is no beginning of a word", () => {
    const { units, counts, ending } = packTree(["发", "发展", "头", "头发", "头𠮷"]);
    const tree = new WordTree(units, counts);
    expect(ending[nodeOf(tree, "头发") - 1]).toBe("头发");
    expect(ending[nodeOf(tree, "头𠮷") - 1]).toBe("头𠮷");
    expect(ending[nodeOf(tree, "头\ud842") - 1]).toBeNull();
    expect(nodeOf(tree, "发头")).toBe(0);
    expect(nodeOf(tree, "头发头")).toBe(0);
  });

  it("holds any list of words", () => {
    const word = string({ unit: constantFrom(..."发头展𠮷𠮶😀"), minLength: 1, maxLength: 4 });
    assert(
      property(array(word, { maxLength: 12 }), word, (list, other) => {
        const words = [...new Set(list)].toSorted();
        const { units, counts, ending } = packTree(words);
        const tree = new WordTree(units, counts);
        for (const each of words) expect(ending[nodeOf(tree, each) - 1]).toBe(each);
        const found = ending[nodeOf(tree, other) - 1] ?? null;
        expect(found).toBe(words.includes(other) ? other : null);
      }),
    );
  });
});
