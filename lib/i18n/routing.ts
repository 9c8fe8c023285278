import { defineRouting } from "next-intl/routing";

import { defaultLocale, localeCookie, locales } from "@/lib/i18n/locales";

const oneYear = 60 * 60 * 24 * 365;

export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: "always",
  localeCookie: { name: localeCookie, maxAge: oneYear, sameSite: "lax" },
  // The pages carry absolute hreflang links themselves.
  alternateLinks: false,
});
