import { describe, expect, it } from "vitest";

import { localise, pageToReturnTo, splitLocale } from "@/lib/i18n/paths";

describe("splitLocale", () => {
  it.each([
    ["/zh-Hans", "zh-Hans", "/"],
    ["/zh-Hant/news/x", "zh-Hant", "/news/x"],
    ["/news", null, "/news"],
    ["/fr/news", null, "/fr/news"],
    ["/zh-hans/news", null, "/zh-hans/news"],
    ["/zh-Hansel", null, "/zh-Hansel"],
    ["/", null, "/"],
  ])("%s → %s and %s", (pathname, locale, path) => {
    expect(splitLocale(pathname)).toEqual({ locale, path });
  });
});

describe("localise", () => {
  it.each([
    ["/", "/zh-Hant"],
    ["/news/x", "/zh-Hant/news/x"],
  ])("%s → %s", (path, expected) => {
    expect(localise("zh-Hant", path)).toBe(expected);
  });
});

describe("pageToReturnTo", () => {
  const site = "https://yiwen.example";

  it.each([
    { name: "the page asked for", next: "/news/x", referer: null, page: "/news/x" },
    {
      name: "that page with the query it was read with",
      next: "/search",
      referer: `${site}/zh-Hans/search?q=%E6%B3%B5`,
      page: "/search?q=%E6%B3%B5",
    },
    {
      name: "the page asked for when the visitor came from another",
      next: "/news/x",
      referer: `${site}/zh-Hans/contact?a=b`,
      page: "/news/x",
    },
    {
      name: "where the visitor came from when the page did not know itself",
      next: null,
      referer: `${site}/zh-Hant/gone?a=b`,
      page: "/gone?a=b",
    },
    { name: "the front page without either", next: null, referer: null, page: "/" },
    {
      name: "the front page from another site",
      next: null,
      referer: "https://evil.example/x",
      page: "/",
    },
    {
      name: "the front page for another site",
      next: "https://evil.example/x",
      referer: null,
      page: "/",
    },
    {
      name: "the front page for another host in disguise",
      next: "//evil.example",
      referer: null,
      page: "/",
    },
    {
      name: "the front page for a backslash in disguise",
      next: "/\\evil.example",
      referer: null,
      page: "/",
    },
    {
      name: "the path without its old script",
      next: "/zh-Hans/news",
      referer: null,
      page: "/news",
    },
  ])("is $name", ({ next, referer, page }) => {
    expect(pageToReturnTo(next, referer, [site])).toBe(page);
  });
});
