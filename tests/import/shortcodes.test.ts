import { describe, expect, it } from "vitest";

import { expandShortcodes } from "../../lib/import/shortcodes.ts";

const attached = (id: string, file: string, parent: string, order = 0) =>
  [
    id,
    { id, url: `https://old.example/${file}`, caption: "", alt: `图${id}`, parent, order },
  ] as const;
const attachments = new Map([
  attached("50", "booth.jpg", "11", 2),
  attached("51", "pump.JPG", "11", 1),
  attached("52", "catalogue.pdf", "11"),
  attached("53", "yard.png", "12"),
]);
const expand = (content: string) => expandShortcodes(content, { attachments, postId: "11" });
const pictures = (html: string) => [...html.matchAll(/alt="([^"]*)"/g)].map(([, alt]) => alt);

describe("expandShortcodes", () => {
  it.each([
    "規格依 [GB/T 5656] 與 [API 685]，參考 [note]。",
    "见附录 [see appendix A] 与 [ISO 9001:2015]，单位 [mm]",
    "路径 [/usr] 不是代码",
  ])("leaves words in brackets: %s", (text) => {
    expect(expand(text)).toEqual({ html: `<p>${text}</p>`, lost: [] });
  });

  it.each([
    {
      name: "a known one",
      content: "前[contact-form-7]后",
      html: "前后",
      lost: "the code [contact-form-7]",
    },
    {
      name: "one with a setting",
      content: '前[slider id="3"]后',
      html: "前后",
      lost: "the code [slider]",
    },
    {
      name: "one that ends",
      content: "前[quote]里[/quote]后",
      html: "前里后",
      lost: "the code [quote]",
    },
    {
      name: "a plugin's",
      content: "前[vc_row]里[vc_empty_space]后",
      html: "前里后",
      lost: "the code [vc_row]",
    },
  ])("takes a code away: $name", ({ content, html, lost }) => {
    const plain = expand(content);
    expect(plain.html).toBe(`<p>${html}</p>`);
    expect(plain.lost).toContain(lost);
  });

  it.each([
    {
      name: "the ones it names",
      code: '[gallery columns="2" ids="53, 50"]',
      shown: ["图53", "图50"],
    },
    {
      name: "the post's own, in their order",
      code: "[gallery columns=2]",
      shown: ["图51", "图50"],
    },
    { name: "those of another post", code: '[gallery id="12"]', shown: ["图53"] },
    { name: "all but some", code: '[gallery exclude="51"]', shown: ["图50"] },
  ])("fills a gallery with $name", ({ code, shown }) => {
    const { html, lost } = expand(code);
    expect({ shown: pictures(html), lost }).toEqual({ shown, lost: [] });
  });

  it("tells of a gallery that comes without its pictures", () => {
    expect(expand('[gallery ids="50,98,99"]').lost).toEqual([
      "2 pictures of a gallery, which the export does not hold",
    ]);
    expect(expand('[gallery id="97"]').lost).toEqual(["a gallery without pictures"]);
  });
});
