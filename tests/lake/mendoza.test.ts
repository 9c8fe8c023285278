import * as fc from "fast-check";
import { applyPatch, incremental } from "mendoza";
import { describe, expect, it } from "vitest";

import { diff } from "../../lib/lake/mendoza.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 24 }),
  fc.stringMatching(/^[一-龥a-zé𠮷。]{0,30}$/u),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom("a", "b", "Z", "é", "_key", "10", "9"), tie("value")),
    fc.array(fc.record({ _key: fc.constantFrom("k1", "k2", "k3"), text, deep: tie("value") }), {
      maxLength: 4,
    }),
  ),
}));
const document = fc.dictionary(
  // Names that every object has from its prototype are names like others.
  fc.constantFrom("title", "body", "n", "_id", "x y", "constructor", "toString"),
  value,
);
const state = fc.option(document, { nil: null });

const viaIncremental = (from: unknown, patch: unknown[]) =>
  incremental.unwrap(incremental.applyPatch(incremental.wrap(from, 0), patch, 1));

describe("diff", () => {
  it("is undone and redone by mendoza's own reader, whatever the documents", () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        expect(applyPatch(before, diff(before, after))).toEqual(after);
        expect(applyPatch(after, diff(after, before))).toEqual(before);
      }),
      { numRuns: 2000 },
    );
  });

  it("means the same to the incremental reader that the Studio's history uses", () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        expect(viaIncremental(structuredClone(before), diff(before, after))).toEqual(after);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    {
      name: "writes nothing for equal documents",
      from: { a: [1, { b: "同" }] },
      to: { a: [1, { b: "同" }] },
      patch: [],
    },
    { name: "writes a new document out", from: null, to: { a: 1 }, patch: [0, { a: 1 }] },
    { name: "writes null for a deleted one", from: { a: 1 }, to: null, patch: [0, null] },
    {
      name: "counts deleted fields in sorted order",
      from: { b: 1, a: 2 },
      to: { a: 2 },
      patch: [19, 1],
    },
    {
      name: "keeps what is common in Chinese text, in bytes",
      from: { t: "厦门鹭海机械公司新闻" },
      to: { t: "厦门鹭海重工公司新闻" },
      patch: [11, 0, 23, 0, 12, 22, "重工", 23, 18, 30, 15],
    },
    {
      name: "looks into the changed item of a keyed array",
      from: {
        a: [
          { _key: "x", n: 1 },
          { _key: "y", n: 1 },
        ],
      },
      to: {
        a: [
          { _key: "x", n: 1 },
          { _key: "y", n: 2 },
        ],
      },
      patch: [11, 0, 21, 0, 1, 12, 1, 17, 2, "n", 16, 15],
    },
  ])("$name", ({ from, to, patch }) => {
    expect(diff(from, to)).toEqual(patch);
    expect(applyPatch(from, patch)).toEqual(to);
  });
});
