import { getRequestConfig } from "next-intl/server";
import * as rootParams from "next/root-params";

import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

export default getRequestConfig(async ({ locale: asked }) => {
  const requested = asked ?? (await rootParams.locale());
  const locale = isLocale(requested) ? requested : defaultLocale;
  return { locale, messages: messagesOf(locale), timeZone: "Asia/Shanghai" };
});
