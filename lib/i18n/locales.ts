export const locales = ["zh-Hans", "zh-Hant"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "zh-Hans";
export const localeCookie = "script";

/** What each script calls itself; shown untranslated, so that its reader recognises it. */
export const localeNames: Record<Locale, string> = { "zh-Hans": "简体", "zh-Hant": "繁體" };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
