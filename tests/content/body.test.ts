import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { bodySchema, safeHref } from "@/lib/content/body";

const span = (text: string, ...marks: string[]) => ({ _type: "span", _key: text, text, marks });

describe("safeHref", () => {
  it.each([
    ["https://example.com/a?b=c", "https://example.com/a?b=c"],
    ["mailto:hello@example.com", "mailto:hello@example.com"],
    ["tel:+860000000", "tel:+860000000"],
    ["/contact", "/contact"],
    ["#part", "#part"],
  ])("keeps %s", (href, kept) => {
    expect(safeHref(href)).toBe(kept);
  });

  it.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "\u0001javascript:alert(1)",
    "jAvAsCrIpT\t:alert(1)",
    "//evil.example",
    "/\t/evil.example",
    "\u0000//evil.example",
    "/\\evil.example",
    "/\n\\evil.example",
    "no address",
  ])("refuses %j", (href) => {
    expect(safeHref(href)).toBeNull();
  });
});

describe("bodySchema", () => {
  const lines: string[] = [];

  beforeEach(() => {
    lines.length = 0;
    vi.spyOn(console, "warn").mockImplementation((line: string) => void lines.push(line));
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("leaves out an unknown member, keeps the rest and says so in one line", () => {
    const body = bodySchema.parse([
      { _type: "block", _key: "a", children: [span("正文")] },
      { _type: "hologram", _key: "b" },
      { _type: "divider", _key: "c" },
    ]);
    expect(body.map(({ _type }) => _type)).toEqual(["block", "divider"]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("hologram b");
  });

  it("reads a picture whose asset is gone as no picture", () => {
    expect(bodySchema.parse([{ _type: "image", _key: "a", alt: "图" }])).toEqual([]);
    expect(lines[0]).toContain("image a");
  });

  it("gives an internal link its path, and a dangling one none", () => {
    const [block] = bodySchema.parse([
      {
        _type: "block",
        _key: "a",
        children: [span("一", "x"), span("二", "y")],
        markDefs: [
          {
            _type: "internalLink",
            _key: "x",
            target: { _type: "article", slug: "xin-zhengcheng" },
          },
          { _type: "internalLink", _key: "y", target: null },
        ],
      },
    ]);
    expect(block).toMatchObject({
      markDefs: [{ path: "/news/xin-zhengcheng" }, { path: null }],
    });
  });

  it("disarms a link that would run code", () => {
    const [block] = bodySchema.parse([
      {
        _type: "block",
        _key: "a",
        children: [span("点我", "x")],
        markDefs: [{ _type: "link", _key: "x", href: "javascript:alert(1)" }],
      },
    ]);
    expect(block).toMatchObject({ markDefs: [{ href: null }] });
  });

  it.each([undefined, null, "text", 7, {}])("reads %j as an empty body", (body) => {
    expect(bodySchema.parse(body)).toEqual([]);
  });
});
