import { describe, expect, it } from "vitest";

import { convertSpanCase, isRightSpans, readSpanCases } from "../../scripts/bench/zh-spans.ts";

const cases = readSpanCases();

describe("text that runs across spans", () => {
  it("has its sixty cases", () => {
    expect(cases).toHaveLength(60);
  });

  it.each(cases)("$to in a $place: $input", (row) => {
    const got = convertSpanCase(row);
    expect(isRightSpans(row, got), got).toBe(true);
  });
});
