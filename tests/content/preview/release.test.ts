import { describe, expect, it } from "vitest";

import { perspectiveWith, releaseIn } from "@/lib/content/preview/release";

describe("the release in the Studio's perspective", () => {
  it.each([
    ["rSmqk1,drafts", "rSmqk1"],
    ["r1f2e3", "r1f2e3"],
    ["drafts", null],
    ["published", null],
    ["raw", null],
    ["previewDrafts", null],
    ["drafts,rSmqk1", null],
    ["r1.x,drafts", null],
    ["", null],
    [undefined, null],
  ])("of %s is %s", (perspective, release) => {
    expect(releaseIn(perspective)).toBe(release);
  });

  it("is laid over the drafts, and nothing else is", () => {
    expect(perspectiveWith("rSmqk1")).toEqual(["rSmqk1", "drafts"]);
    for (const none of ["raw", "published", "no name", undefined])
      expect(perspectiveWith(none)).toBe("drafts");
  });
});
