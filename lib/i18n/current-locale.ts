import { notFound } from "next/navigation";
import * as rootParams from "next/root-params";

import { isLocale, type Locale } from "@/lib/i18n/locales";

/** The script of the page being rendered; an address with a made-up one is no page. */
export async function currentLocale(): Promise<Locale> {
  const locale = await rootParams.locale();
  return isLocale(locale) ? locale : notFound();
}
