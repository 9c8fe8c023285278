import { describe, expect, it } from "vitest";

import { bodySchema } from "@/lib/content/body";
import { tidyBody } from "@/lib/content/tidy-body";

const span = (text: string, ...marks: string[]) => ({ _type: "span", _key: text, text, marks });

function block(style: string, children: object[], markDefs: object[] = []) {
  return { _type: "block", _key: style + children.length, style, children, markDefs };
}

describe("tidyBody", () => {
  it("joins what only the conversion had to tell apart, and nothing else", () => {
    const children = [
      span("您姓"),
      span("后", "n"),
      span("，", "v"),
      span("很", "strong"),
      span("少见"),
    ];
    const markDefs = [
      { _type: "noConvert", _key: "n" },
      { _type: "variant", _key: "v", forms: [] },
    ];
    const [tidied] = tidyBody(bodySchema.parse([block("normal", children, markDefs)]));
    expect(tidied).toMatchObject({
      markDefs: [],
      children: [
        { text: "您姓后，", marks: [] },
        { text: "很", marks: ["strong"] },
        { text: "少见", marks: [] },
      ],
    });
  });

  it.each([
    { written: ["h3", "h3"], shown: ["h2", "h2"] },
    { written: ["h2", "h4", "h2"], shown: ["h2", "h3", "h2"] },
    { written: ["h2", "h3", "h4"], shown: ["h2", "h3", "h4"] },
    { written: ["h4"], shown: ["h2"] },
    { written: ["normal", "blockquote"], shown: ["normal", "blockquote"] },
  ])("shows headings written $written as $shown", ({ written, shown }) => {
    const body = bodySchema.parse(written.map((style) => block(style, [span("题")])));
    const tidied = tidyBody(body).map((member) => (member._type === "block" ? member.style : ""));
    expect(tidied).toEqual(shown);
  });
});
