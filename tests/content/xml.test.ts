import { describe, expect, it } from "vitest";

import { escapeXml } from "@/lib/content/xml";

describe("escapeXml", () => {
  it.each([
    [`<a href="x">'&'</a>`, "&lt;a href=&quot;x&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;"],
    ["泵\u0000阀\u0008", "泵阀"],
    ["𠮷\n\t", "𠮷\n\t"],
    ["\uFFFE", ""],
  ])("%j → %j", (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped);
  });
});
