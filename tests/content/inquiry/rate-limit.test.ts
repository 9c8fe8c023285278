import { describe, expect, it } from "vitest";

import { createRateLimit, visitorKey } from "@/lib/content/inquiry/rate-limit";

describe("createRateLimit", () => {
  it("refuses one more than it allows, to that visitor alone, until the window has moved on", () => {
    let now = 0;
    const limit = createRateLimit({ most: 2, within: 1000, now: () => now });
    expect([limit.take("a"), limit.take("a"), limit.take("a"), limit.take("b")]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    now = 1000;
    expect([limit.take("a"), limit.take("a"), limit.take("a")]).toEqual([true, true, false]);
  });
});

describe("visitorKey", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["claimed, 192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::9", "2001:db8:1:2"],
    ["2001:db8::9", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    [null, ""],
  ])("takes %s for %s", (header, key) => {
    expect(visitorKey(header)).toBe(key);
  });
});
