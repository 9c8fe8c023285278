import { describe, expect, it } from "vitest";

import { messagesOf } from "@/lib/i18n/messages";
import { createConverter } from "@/lib/zh/converter.ts";
import { findLeaks } from "@/lib/zh/leak.ts";

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

  it.each(["zh-Hant-TW", "zh-Hant-HK"] as const)(
    "of %s follow zh-Hant, say the same things and hold no Simplified character",
    (locale) => {
      const regional = flatten(messagesOf(locale));
      expect(regional.map(([key]) => key).toSorted()).toEqual([...hant.keys()].toSorted());
      for (const [key, text] of regional) {
        expect(placeholders(text), key).toEqual(placeholders(hant.get(key) ?? ""));
        expect(findLeaks(text, locale), key).toEqual([]);
      }
    },
  );

  it.each([
    ["zh-Hant-TW", "site.contact", "聯絡我們"],
    ["zh-Hant-TW", "site.hotline", "客服專線"],
    ["zh-Hant-HK", "contact.email", "電郵"],
    ["zh-Hant-HK", "news.empty", "這裏還沒有文章。"],
  ] as const)("call in %s %s %s", (locale, key, text) => {
    expect(new Map(flatten(messagesOf(locale))).get(key)).toBe(text);
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
