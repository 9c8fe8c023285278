import { getTranslations } from "next-intl/server";
import { after } from "next/server";

import { readFields } from "@/lib/content/inquiry/form";
import { notify } from "@/lib/content/inquiry/notices";
import { isFromOurPage } from "@/lib/content/inquiry/origin";
import { postLimit, visitorKey } from "@/lib/content/inquiry/rate-limit";
import { receive, type Outcome } from "@/lib/content/inquiry/receive";
import { env } from "@/lib/env";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

/** Twice the longest message, escaped for a form. */
const largestBody = 48 * 1024;

/** Receive a visitor's message from the form, with or without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  const { headers } = request;
  if (Number(headers.get("content-length") ?? 0) > largestBody)
    return refuse(413, "tooLarge", readerOf(headers));
  const body = await request.text();
  if (Buffer.byteLength(body) > largestBody) return refuse(413, "tooLarge", readerOf(headers));
  const fields = readFields(body);
  const locale = isLocale(fields.locale) ? fields.locale : readerOf(headers);
  if (!isFromOurPage(headers, env().siteUrl)) return refuse(403, "refused", locale);
  const visitor = visitorKey(headers.get("x-forwarded-for"));
  if (!postLimit().take(visitor)) return refuse(429, "tooMany", locale);
  const outcome = await receive({ fields, locale, visitor, now: Date.now() });
  if (outcome.is === "received") after(() => notify(outcome.inquiry));
  return redirect(localise(locale, pageAfter(outcome)));
}

function pageAfter(outcome: Outcome): string {
  return outcome.is === "returned" ? `/contact/message?draft=${outcome.draft}` : "/contact/thanks";
}

function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

function readerOf(headers: Headers): Locale {
  const [, first] = (headers.get("referer") ?? "").match(/^https?:\/\/[^/]+\/([^/?]+)/) ?? [];
  return isLocale(first) ? first : defaultLocale;
}

async function refuse(
  status: number,
  reason: "refused" | "tooLarge" | "tooMany",
  locale: Locale,
): Promise<Response> {
  const t = await getTranslations({ locale, namespace: "inquiry" });
  return new Response(t(reason), {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-language": locale,
      "cache-control": "no-store",
    },
  });
}
