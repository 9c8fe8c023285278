import { array, assert, constantFrom, nat, oneof, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";

import { createConverter } from "../../lib/zh/converter.ts";
import { isHanAt } from "../../lib/zh/han.ts";
import { splitPieces } from "../../lib/zh/pieces.ts";
import { variants } from "../../lib/zh/variants.ts";
import { readSet } from "../../scripts/bench/zh-sets.ts";

const samples = readSet("own-news").map(({ input }) => input);
const hanText = string({
  unit: constantFrom(..."发后里干系面只余于范钟并制复“”‘’的一二a1 ，。𠮷😀乾發後裡與軟件视频"),
});
const anyText = oneof(
  hanText,
  string({ unit: "binary" }),
  constantFrom(...samples),
  tuple(hanText, constantFrom(...samples)).map((parts) => parts.join("")),
);
const from = constantFrom(...variants, "auto" as const);
const to = constantFrom(...variants);

const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const outside = (text: string) =>
  Array.from(text, (character, index) => ({ character, index }))
    .map(({ character }) => character)
    .filter((character) => !isHanAt(character, 0) && !/[“”‘’「」『』]/u.test(character))
    .join("");

describe("every conversion", () => {
  it("never throws, and never splits a surrogate pair", () => {
    assert(
      property(anyText, from, to, (text, source, target) => {
        const converted = createConverter({ from: source, to: target }).convertText(text);
        expect(lone.test(converted) && !lone.test(text)).toBe(false);
      }),
    );
  });

  it("leaves everything outside Han and quotation marks as it is", () => {
    assert(
      property(anyText, from, to, (text, source, target) => {
        const { convertText } = createConverter({ from: source, to: target, vocabulary: "none" });
        expect(outside(convertText(text))).toBe(outside(text));
      }),
    );
  });

  it("covers the text with pieces, without gap or overlap", () => {
    assert(
      property(anyText, from, to, (text, source, target) => {
        let at = 0;
        for (const piece of createConverter({ from: source, to: target }).pieces(text)) {
          expect(piece.start).toBe(at);
          at = piece.end;
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  it("gives spans that join to the conversion of the joined text", () => {
    assert(
      property(array(anyText, { maxLength: 5 }), to, (texts, target) => {
        const converter = createConverter({ from: "zh-Hans", to: target });
        const children = texts.map((text) => ({ _type: "span", text, marks: [] }));
        const block = converter.convertPortableText({ _type: "block", children });
        expect(block.children.map(({ text }) => text).join("")).toBe(
          converter.convertText(texts.join("")),
        );
      }),
    );
  });

  it("keeps protected ranges byte for byte", () => {
    assert(
      property(hanText, hanText, to, (before, after, target) => {
        const secret = "https://example.com/联系/後台?發=后";
        const text = `${before} ${secret} ${after}`;
        expect(createConverter({ from: "auto", to: target }).convertText(text)).toContain(secret);
      }),
    );
  });

  it("cuts between any two offsets without losing a character", () => {
    assert(
      property(anyText, array(nat(40)), (text, cuts) => {
        const pieces = createConverter({ from: "zh-Hans", to: "zh-Hant-TW" }).pieces(text);
        const offsets = [
          0,
          ...cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b),
          text.length,
        ];
        expect(splitPieces(pieces, offsets).join("")).toBe(
          pieces.map((piece) => piece.text).join(""),
        );
      }),
    );
  });
});

/** Simplified keeps two spellings of one word here, and Traditional one. */
const exceptions = new Set<string>([]);

describe("there and back", () => {
  const there = createConverter({ from: "zh-Hans", to: "zh-Hant" });
  const back = createConverter({ from: "zh-Hant", to: "zh-Hans" });
  const sentences = [
    ...samples,
    ...readSet("own-fresh").map(({ input }) => input),
    ...readSet("own-context-traps").map(({ input }) => input),
  ];

  it("is the identity on Simplified sentences", () => {
    const changed = sentences.filter(
      (text) => back.convertText(there.convertText(text)) !== text && !exceptions.has(text),
    );
    expect(changed).toEqual([]);
  });
});
