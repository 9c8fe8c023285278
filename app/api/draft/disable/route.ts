import type { NextRequest } from "next/server";

import { closeDraftView } from "@/lib/content/preview/draft-cookies";
import { env } from "@/lib/env";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { localise, pageToReturnTo } from "@/lib/i18n/paths";

/** Lead an editor out of the preview, to the same page as the public sees it. */
export async function POST(request: NextRequest): Promise<Response> {
  const locale = (await request.formData()).get("locale");
  const host = request.headers.get("host");
  const origins = [env().siteUrl, `http://${host}`, `https://${host}`];
  const page = pageToReturnTo(null, request.headers.get("referer"), origins);
  await closeDraftView();
  return new Response(null, {
    status: 303,
    headers: {
      location: localise(isLocale(locale) ? locale : defaultLocale, page),
      "cache-control": "private, no-store",
    },
  });
}
