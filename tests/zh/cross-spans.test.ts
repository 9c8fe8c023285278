import { describe, expect, it } from "vitest";

import { convertSpanCase, isRightSpans, readSpanCases } from "../../scripts/bench/zh-spans.ts";

const cases = ["cross-spans", "unseen-3-spans-tuned"].flatMap(readSpanCases);

describe("text that runs across spans", () => {
  it("has its ninety cases", () => {
    expect(cases).toHaveLength(90);
  });

  it("is right on 27 of the thirty cases that were held out", () => {
    const held = readSpanCases("unseen-3-spans-held");
    const right = held.filter((row) => isRightSpans(row, convertSpanCase(row)));
    expect(right.length).toBeGreaterThanOrEqual(27);
  });

  it.each(cases)("$to in a $place: $input", (row) => {
    const got = convertSpanCase(row);
    expect(isRightSpans(row, got), got).toBe(true);
  });
});
