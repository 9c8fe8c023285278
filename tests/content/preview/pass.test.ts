import { describe, expect, it } from "vitest";

import { isPass, makePass, passLifetime } from "@/lib/content/preview/pass";

const now = Date.parse("2026-11-25T08:00:00Z");

describe("a pass into the preview", () => {
  it("opens for a working day and not longer", () => {
    const pass = makePass(now) ?? "";
    expect(isPass(pass, now)).toBe(true);
    expect(isPass(pass, now + passLifetime * 1000 - 1)).toBe(true);
    expect(isPass(pass, now + passLifetime * 1000)).toBe(false);
  });

  it("cannot be prolonged by who holds it", () => {
    const [, signature = ""] = (makePass(now) ?? "").split(".");
    expect(isPass(`${now + passLifetime * 2000}.${signature}`, now)).toBe(false);
  });

  it.each([
    ["nothing", undefined],
    ["no signature", `${now + 1000}`],
    ["an empty signature", `${now + 1000}.`],
    ["a made-up signature", `${now + 1000}.${"A".repeat(43)}`],
    ["words", "open.sesame"],
  ])("is not %s", (_name, value) => {
    expect(isPass(value, now)).toBe(false);
  });
});
