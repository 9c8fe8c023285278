import { describe, expect, it } from "vitest";

import { highlight, snippet, type Piece } from "@/lib/search/highlight.ts";

const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");

describe("highlight", () => {
  it.each([
    {
      name: "marks the reader's script",
      text: "公司的網絡建設",
      words: ["网络"],
      shown: "公司的[網絡]建設",
    },
    {
      name: "marks every width and case",
      text: "通过ＩＳＯ認證",
      words: ["iso"],
      shown: "通过[ＩＳＯ]認證",
    },
    {
      name: "joins words that overlap",
      text: "网络安全",
      words: ["网络", "络安"],
      shown: "[网络安]全",
    },
    {
      name: "does not mark inside a Latin word",
      text: "miso iso",
      words: ["iso"],
      shown: "miso [iso]",
    },
    { name: "leaves a text without hits whole", text: "<b>&", words: ["泵"], shown: "<b>&" },
  ])("$name", ({ text, words, shown }) => {
    expect(marked(highlight(text, words))).toBe(shown);
  });
});

describe("snippet", () => {
  it("is taken from the first text that has the word", () => {
    expect(marked(snippet(["摘要", "正文说到水泵。"], ["水泵"]))).toBe("正文说到[水泵]。");
  });

  it("is the beginning when only the title has the word", () => {
    expect(marked(snippet([null, "正文"], ["水泵"]))).toBe("正文");
  });

  it("shows the surroundings of a word far inside", () => {
    const shown = marked(snippet([`${"前".repeat(500)}水泵${"后".repeat(500)}`], ["水泵"]));
    expect(shown).toMatch(/^…前{24}\[水泵\]后+…$/);
    expect(shown.length).toBeLessThan(105);
  });

  it("cuts no character in half", () => {
    const shown = marked(snippet([`a${"𠮷".repeat(200)}泵${"𠮷".repeat(200)}`], ["泵"]));
    expect(shown.isWellFormed()).toBe(true);
  });
});
