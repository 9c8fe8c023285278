import { describe, expect, it } from "vitest";

import { type LogLevel, createLog } from "../../lib/lake/log.ts";

const written = (level: LogLevel) => {
  const lines: string[] = [];
  const log = createLog(level, (line) => lines.push(line));
  log.error("broken", { error: new Error("外层", { cause: new Error("内层") }) });
  log.info("request", { path: "/status", ms: 3 });
  return lines;
};

describe("createLog", () => {
  it("writes one JSON line an event, errors with their cause", () => {
    const [first, second, ...rest] = written("info");
    expect(rest).toEqual([]);
    expect(first).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(first ?? "")).toMatchObject({
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      level: "error",
      message: "broken",
      error: { name: "Error", message: "外层", cause: { message: "内层" } },
    });
    expect(JSON.parse(second ?? "")).toMatchObject({ level: "info", path: "/status", ms: 3 });
  });

  it.each([
    { level: "silent", count: 0 },
    { level: "error", count: 1 },
    { level: "warn", count: 1 },
    { level: "debug", count: 2 },
  ] as const)("writes $count of two events at level $level", ({ level, count }) => {
    expect(written(level)).toHaveLength(count);
  });
});
