import type { Metadata } from "next";

import { env } from "@/lib/env";
import { defaultLocale, locales, type Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

/** The absolute address of a page in one script. */
export function absolute(locale: Locale, path: string): string {
  return env().siteUrl + localise(locale, path);
}

/** The page's own address and its address in every script, each naming all the others. */
export function alternatesOf(locale: Locale, path: string) {
  const languages = Object.fromEntries(locales.map((other) => [other, absolute(other, path)]));
  return {
    canonical: absolute(locale, path),
    languages: { ...languages, "x-default": absolute(defaultLocale, path) },
    types: {
      "application/rss+xml": absolute(locale, "/feed.xml"),
      "application/feed+json": absolute(locale, "/feed.json"),
    },
  } satisfies Metadata["alternates"];
}
