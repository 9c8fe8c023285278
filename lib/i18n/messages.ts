import type { Locale } from "@/lib/i18n/locales";
import { createConverter } from "@/lib/zh/converter.ts";
import hans from "@/messages/zh-Hans.json";
import hongKong from "@/messages/zh-Hant-HK.json";
import taiwan from "@/messages/zh-Hant-TW.json";
import hant from "@/messages/zh-Hant.json";

export type Messages = typeof hans;

type Tree = { [key: string]: string | Tree };

const made: Partial<Record<Locale, Messages>> = { "zh-Hans": hans, "zh-Hant": hant };

/** What the interface says in a script; a region's words follow from zh-Hant, but for those its own file has. */
export function messagesOf(locale: Locale): Messages {
  made[locale] ??= derived(locale);
  return made[locale];
}

function derived(locale: Locale): Messages {
  const own: Tree = locale === "zh-Hant-TW" ? taiwan : hongKong;
  const { convertText } = createConverter({ from: "zh-Hant", to: locale });
  const messages = follow(hant, own, convertText);
  if (areMessages(messages)) return messages;
  throw new TypeError(`messages/${locale}.json names a message that zh-Hant.json does not have`);
}

function follow(tree: Tree, own: Tree, convert: (text: string) => string): Tree {
  const followed = Object.entries(tree).map(([key, value]) => {
    const exception = own[key];
    if (typeof value === "string") return [key, exception ?? convert(value)];
    return [key, follow(value, typeof exception === "object" ? exception : {}, convert)];
  });
  return Object.fromEntries([...Object.entries(own), ...followed]);
}

function areMessages(tree: Tree): tree is Messages {
  return sameShape(tree, hant);
}

function sameShape(one: Tree, other: Tree): boolean {
  const keys = Object.keys(other);
  return (
    Object.keys(one).length === keys.length &&
    keys.every((key) => {
      const [a, b] = [one[key], other[key]];
      return typeof a === "object" && typeof b === "object"
        ? sameShape(a, b)
        : typeof a === typeof b;
    })
  );
}
