import { describe, expect, it } from "vitest";

import { fromShanghai, toShanghai } from "@/lib/studio/schedules/moment";
import { cancelSchedule, readSchedules } from "@/lib/studio/schedules/schedule";

describe("a moment in the company's time", () => {
  it.each([
    ["2026-11-26T08:30:00", "2026-11-26T00:30:00.000Z"],
    ["2026-01-01T00:00:05", "2025-12-31T16:00:05.000Z"],
  ])("%s is %s", (local, iso) => {
    expect(fromShanghai(local)).toBe(iso);
    expect(toShanghai(iso)).toBe(local);
  });

  it.each(["", "明天", "2026-13-01T08:00"])("is none: %s", (local) => {
    expect(fromShanghai(local)).toBeNull();
  });

  it("shows nothing for no moment", () => {
    expect(toShanghai(null)).toBe("");
    expect(toShanghai("soon")).toBe("");
  });
});

describe("the schedules", () => {
  const answer = [
    {
      name: "r1",
      at: "2026-11-26T00:30:00Z",
      error: null,
      versions: [
        { _id: "versions.r1.article-1", _type: "article", title: "一", isRemoval: null },
        { _id: "versions.r1.page.2", _type: "page", title: null, isRemoval: true },
      ],
    },
    {
      name: "r2",
      at: null,
      error: "It is not valid",
      versions: [{ _id: "versions.r2.article-3", _type: "article", title: "三" }],
    },
  ];

  it("are one for each document of a release", () => {
    expect(
      readSchedules(answer).map(({ document, kind, error }) => [document, kind, error]),
    ).toEqual([
      ["article-1", "publish", null],
      ["page.2", "unpublish", null],
      ["article-3", "publish", "It is not valid"],
    ]);
  });

  it("give the draft back when called off, and unschedule only what is scheduled", () => {
    const names = readSchedules(answer).map((schedule) =>
      cancelSchedule(schedule, "only").map(({ actionType }) =>
        actionType.split(".").slice(2).join("."),
      ),
    );
    const end = ["release.archive", "release.delete"];
    expect(names).toEqual([
      ["document.version.create", "release.unschedule", ...end],
      ["release.unschedule", ...end],
      ["document.version.create", ...end],
    ]);
  });
});
