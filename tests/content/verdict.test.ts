import { describe, expect, it } from "vitest";

import { judge, verdictInPreview, verdictOn } from "@/lib/content/verdict";

import { entry, smallSite } from "./site-documents";

const moved = entry("redirect", "r1", { from: "/news/old-story", to: "/news/story-1" });
const pointless = entry("redirect", "r2", { from: "/news/story-2", to: "/news/story-1" });
const chinese = entry("redirect", "r3", { from: "/2020/码头.html", to: "/news/story-1" });
const site = smallSite(moved, pointless, chinese);

describe("judge", () => {
  it.each([
    "/",
    "/news",
    "/contact",
    "/about",
    "/news/story-1",
    "/news/page/2",
    "/news/category/company",
    "/news/category/company/page/2",
    "/news/category/press",
    "/news/tag/pumps",
    "/news/archive/2026",
  ])("knows %s", (path) => {
    expect(judge(path, site)).toEqual({ is: "known" });
  });

  it.each([
    "/nothing",
    "/about/us",
    "/news/story-99",
    "/news/story-1/more",
    `/news/${"x".repeat(300)}`,
    "/news/page",
    "/news/page/0",
    "/news/page/01",
    "/news/page/3",
    "/news/page/02",
    "/news/page/999",
    "/news/page/abc",
    "/news/page/1/1",
    "/news/category/nothing/page/1",
    "/news/tag/nothing/page/1",
    "/news/archive/1999/page/1",
    "/news/author/x/page/1",
    "/about/page/1",
    "/news/page/2/3",
    "/news/category",
    "/news/category/nothing",
    "/news/category/company/page/3",
    "/news/category/press/page/2",
    "/news/category/company/2",
    "/news/tag/pumps/page/2",
    "/news/archive/1999",
    "/news/author/x",
    "/fr/news",
    "/%2e%2e/secret",
  ])("does not know %s", (path) => {
    expect(judge(path, site)).toEqual({ is: "unknown" });
  });

  it("leads on from an address that has moved", () => {
    expect(judge("/news/old-story", site)).toEqual({
      is: "moved",
      to: "/news/story-1",
      isPermanent: true,
    });
  });

  it("leads on for the time being where an editor says so", () => {
    const lent = entry("redirect", "r4", { from: "/sale", to: "/news", permanent: false });
    expect(judge("/sale", smallSite(lent))).toEqual({
      is: "moved",
      to: "/news",
      isPermanent: false,
    });
  });

  it("leads on from an old address in Chinese, however it is encoded", () => {
    const to = { is: "moved", to: "/news/story-1", isPermanent: true };
    expect(judge("/2020/%E7%A0%81%e5%a4%b4.html", site)).toEqual(to);
    expect(judge("/2020/码头.html", site)).toEqual(to);
    expect(judge("/%", site)).toEqual({ is: "unknown" });
  });

  it.each([
    ["/news/category/firm", "/news/category/company"],
    ["/news/category/firm/page/1", "/news/category/company"],
    ["/news/category/firm/page/2", "/news/category/company/page/2"],
    ["/news/category/firm/page/3", "/news/category/company"],
  ])("leads on from %s of a category that has another slug now", (path, to) => {
    const renamed = entry("redirect", "r5", {
      from: "/news/category/firm",
      to: "/news/category/company",
    });
    expect(judge(path, smallSite(renamed))).toEqual({ is: "moved", to, isPermanent: true });
  });

  it.each(["/news", "/news/category/company", "/news/tag/pumps", "/news/archive/2026"])(
    "leads from the first page of %s, where it is counted, to the list",
    async (list) => {
      const to = { is: "moved", to: list, isPermanent: true };
      expect(judge(`${list}/page/1`, site)).toEqual(to);
      expect(await verdictInPreview(`${list}/page/1`)).toEqual(to);
    },
  );

  it("shows a page that exists although a redirect leads away from it", () => {
    expect(judge("/news/story-2", site)).toEqual({ is: "known" });
  });
});

describe("an editor who previews", () => {
  it.each(["/", "/news/not-published-yet", "/a-page-to-be"])("may look at %s", async (path) => {
    expect(await verdictInPreview(path)).toEqual({ is: "known" });
  });

  it.each(["/news/不是网址", `/news/${"x".repeat(300)}`, "/a/../b"])(
    "finds nothing at %s",
    async (path) => {
      expect(await verdictInPreview(path)).toEqual({ is: "unknown" });
    },
  );
});

describe("a link for a reviewer", () => {
  it.each(["/review/", "/review/too-short", `/review/${"x".repeat(40)}/more`, "/errors/410"])(
    "never opens at %s",
    async (path) => {
      expect(await verdictOn(path)).toEqual({ is: "over" });
      expect(await verdictInPreview(path)).toEqual({ is: "over" });
    },
  );
});
