import { describe, expect, it } from "vitest";

import { bodySchema } from "@/lib/content/body";
import { openingOf, printedIn } from "@/lib/content/body-text";

const paragraph = (text: string) =>
  bodySchema.parse([{ _type: "block", _key: "a", children: [{ _type: "span", text }] }]);

describe("openingOf", () => {
  it.each([
    { name: "nothing", text: "", opening: undefined },
    { name: "a short text whole", text: "关于我们", opening: "关于我们" },
    {
      name: "a long one by its first words",
      text: "𠮷".repeat(300),
      opening: `${"𠮷".repeat(110)}…`,
    },
  ])("tells $name", ({ text, opening }) => {
    expect(openingOf(paragraph(text))).toBe(opening);
  });
});

describe("printedIn", () => {
  const asset = { _ref: "image-abc123-1000x500-png" };
  const file = { asset: { _ref: "file-abc123-pdf" }, name: "manual.pdf" };
  const picture = { asset, alt: "厂房", caption: "夜班的值班表", credit: "林夕" };

  it.each([
    [
      "a footnote",
      {
        _type: "block",
        children: [{ _type: "span", text: "隔离套", marks: ["n"] }],
        markDefs: [
          { _key: "n", _type: "footnote", text: "也叫后密封套。" },
          { _key: "l", _type: "link", href: "https://example.com/" },
        ],
      },
      ["隔离套", "也叫后密封套。"],
    ],
    ["a picture's words", { _type: "image", ...picture }, ["厂房", "夜班的值班表", "林夕"]],
    [
      "a gallery's",
      { _type: "gallery", images: [picture, { asset, alt: "车间" }] },
      ["厂房", "夜班的值班表", "林夕", "车间"],
    ],
    [
      "a table's caption",
      { _type: "table", caption: "额定参数", rows: [{ cells: ["流量", "20"] }] },
      ["流量 20", "额定参数"],
    ],
    [
      "a transcript",
      { _type: "video", provider: "bilibili", providerId: "BV1", transcript: "外圈磁铁转动" },
      ["外圈磁铁转动"],
    ],
    ["an attachment's title", { _type: "attachment", file, title: "选型手册" }, ["选型手册"]],
    ["the name of an attachment without one", { _type: "attachment", file }, ["manual.pdf"]],
    [
      "whose words a quotation has",
      { _type: "pullQuote", text: "安静是礼貌。", attribution: "肖克俭" },
      ["安静是礼貌。", "肖克俭"],
    ],
    ["a callout", { _type: "callout", text: "注意" }, ["注意"]],
    ["nothing of a line", { _type: "divider" }, []],
  ])("has %s", (_, member, texts) => {
    expect(bodySchema.parse([member]).flatMap(printedIn).filter(Boolean)).toEqual(texts);
  });
});
