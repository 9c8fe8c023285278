import { env } from "@/lib/env";

const known = ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"] as const;

export type Locale = (typeof known)[number];

/** What this site is published in: `LOCALES`, in one order whatever order they were set in. */
export const locales: readonly Locale[] = known.filter((locale) => env().locales.includes(locale));

export const defaultLocale: Locale = "zh-Hans";
export const localeCookie = "script";

/** What each script calls itself; shown untranslated, so that its reader recognises it. */
export const localeNames: Record<Locale, string> = {
  "zh-Hans": "简体",
  "zh-Hant": "繁體",
  "zh-Hant-TW": "台灣",
  "zh-Hant-HK": "香港",
};

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
