import { describe, expect, it } from "vitest";

import { bodySchema } from "@/lib/content/body";
import { openingOf } from "@/lib/content/body-text";

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
