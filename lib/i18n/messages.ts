import type { Locale } from "@/lib/i18n/locales";
import hans from "@/messages/zh-Hans.json";
import hant from "@/messages/zh-Hant.json";

export type Messages = typeof hans;

const messages: Record<Locale, Messages> = { "zh-Hans": hans, "zh-Hant": hant };

export function messagesOf(locale: Locale): Messages {
  return messages[locale];
}
