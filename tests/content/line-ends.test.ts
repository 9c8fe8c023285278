import { expect, it } from "vitest";

import { lineEndLook } from "@/lib/content/line-ends";

const plain = (text: string) => [{ text, marks: [] }];

it.each([
  { name: "words in Chinese", spans: plain("公开，客户也可以自己取用。"), look: undefined },
  { name: "short names among them", spans: plain("型号 HF-M-80 的流量"), look: undefined },
  {
    name: "a name that fills half a line of a phone",
    spans: plain("型号 HF-M-80-50-200 的流量"),
    look: "ragged-on-phones",
  },
  { name: "an address", spans: plain("这里有https://example.com/a/b/c?d=e"), look: "ragged" },
  {
    name: "an address of two spans",
    spans: [...plain("https://exa"), { text: "mple.com/news", marks: ["strong"] }],
    look: "ragged",
  },
  { name: "a word of words", spans: plain("a state-of-the-art-machine"), look: undefined },
  {
    name: "code, however short",
    spans: [...plain("字段"), { text: "pump", marks: ["code"] }],
    look: "ragged",
  },
  { name: "nothing", spans: [], look: undefined },
])("a paragraph with $name is '$look'", ({ spans, look }) => {
  expect(lineEndLook(spans)).toBe(look);
});
