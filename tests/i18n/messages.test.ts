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
    ["zh-Hant-HK", "inquiry.title", "網上留言"],
    ["zh-Hant-HK", "saved.lead", "收藏保存在這台裝置的瀏覽器裏，沒有網絡的時候也能讀。"],
  ] as const)("call in %s %s %s", (locale, key, text) => {
    expect(new Map(flatten(messagesOf(locale))).get(key)).toBe(text);
  });

  it.each(["zh-Hant", "zh-Hant-TW", "zh-Hant-HK"] as const)(
    "of %s call the ways to reach us as the menu and the articles do",
    (locale) => {
      const { convertText } = createConverter({ from: "zh-Hans", to: locale });
      const { contact, inquiry, site } = messagesOf(locale);
      const written = messagesOf("zh-Hans");
      expect([site.contact, contact.title, contact.people]).toEqual(
        [written.site.contact, written.contact.title, written.contact.people].map(convertText),
      );
      expect(inquiry.refused).toContain(`「${contact.title}」`);
      expect(inquiry.refused).toContain(inquiry.title);
    },
  );

  it.each([
    ["zh-Hans", "zh-Hant"],
    ["zh-Hant", "zh-Hans"],
  ] as const)("hold no character of the other script in %s", (locale, other) => {
    const converter = createConverter({ from: other, to: locale });
    const texts = flatten(messagesOf(locale)).map(([, text]) => text);
    expect(texts.map((text) => converter.convertText(text))).toEqual(texts);
  });
});
