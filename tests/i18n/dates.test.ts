import { describe, expect, it } from "vitest";

import { formatDate, formatDateTime, formatDuration, isoInShanghai } from "@/lib/i18n/dates";

describe("dates", () => {
  const lateOnNewYearsEve = "2025-12-31T16:05:09Z";

  it("are those of China, wherever the server stands", () => {
    expect(formatDate(lateOnNewYearsEve)).toBe("2026年1月1日");
    expect(formatDateTime(lateOnNewYearsEve)).toBe("2026-01-01 00:05");
    expect(isoInShanghai(lateOnNewYearsEve)).toBe("2026-01-01T00:05:09+08:00");
  });
});

describe("formatDuration", () => {
  it.each([
    [16, "0:16"],
    [185.4, "3:05"],
    [3723, "1:02:03"],
  ])("%s s → %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
