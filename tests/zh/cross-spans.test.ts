import { describe, expect, it } from "vitest";

import { convertSpanCase, isRightSpans, readSpanCases } from "../../scripts/bench/zh-spans.ts";

const cases = [
  "cross-spans",
  "unseen-3-spans-tuned",
  "unseen-3-spans-held",
  "unseen-4-spans",
  "unseen-5-spans",
  "unseen-6-spans",
  "unseen-7-spans",
  "unseen-8-spans",
  "unseen-9-spans",
  "unseen-10-spans",
  "unseen-11-spans",
].flatMap(readSpanCases);

describe("text that runs across spans", () => {
  it("has its cases", () => {
    expect(cases).toHaveLength(595);
  });

  it.each(cases)("$to in a $place: $input", (row) => {
    const got = convertSpanCase(row);
    expect(isRightSpans(row, got), got).toBe(true);
  });
});
