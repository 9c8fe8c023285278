import { describe, expect, it } from "vitest";

import { bodySchema } from "@/lib/content/body";
import { readingMinutes } from "@/lib/content/reading-time";

const paragraph = (text: string) =>
  bodySchema.parse([{ _type: "block", _key: "a", children: [{ _type: "span", text }] }]);

describe("readingMinutes", () => {
  it.each([
    { name: "nothing as a minute", text: "", minutes: 1 },
    { name: "Chinese by the character", text: "字".repeat(2000), minutes: 5 },
    { name: "English by the word", text: "pump ".repeat(660), minutes: 3 },
    { name: "both in one text", text: "字".repeat(800) + " pump".repeat(440), minutes: 4 },
    { name: "punctuation not at all", text: "，。！".repeat(2000), minutes: 1 },
  ])("reads $name", ({ text, minutes }) => {
    expect(readingMinutes(paragraph(text))).toBe(minutes);
  });
});
