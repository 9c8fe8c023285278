import { describe, expect, it } from "vitest";

import { messagesOf } from "@/lib/i18n/messages";
import { createConverter } from "@/lib/zh/converter.ts";

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe("messages", () => {
  const hans = flatten(messagesOf("zh-Hans"));
  const hant = new Map(flatten(messagesOf("zh-Hant")));

  it("say the same things in both scripts", () => {
    expect([...hant.keys()]).toEqual(hans.map(([key]) => key));
  });

  it.each(hans)("fills %s alike in both scripts", (key, text) => {
    expect(placeholders(hant.get(key) ?? "")).toEqual(placeholders(text));
  });

  it.each([
    ["zh-Hans", "zh-Hant"],
    ["zh-Hant", "zh-Hans"],
  ] as const)("hold no character of the other script in %s", (locale, other) => {
    const converter = createConverter({ from: other, to: locale });
    const texts = flatten(messagesOf(locale)).map(([, text]) => text);
    expect(texts.map((text) => converter.convertText(text))).toEqual(texts);
  });
});
