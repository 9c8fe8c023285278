import { NextResponse, type NextRequest } from "next/server";

import { env } from "@/lib/env";
import { isLocale, localeCookie } from "@/lib/i18n/locales";
import { localise, pageToReturnTo } from "@/lib/i18n/paths";

const oneYear = 60 * 60 * 24 * 365;

/** Remember the script a reader chose and lead back to the same page in it. */
export function GET(request: NextRequest): NextResponse {
  const to = request.nextUrl.searchParams.get("to");
  if (!isLocale(to)) return new NextResponse(null, { status: 400 });
  const next = request.nextUrl.searchParams.get("next");
  const page = pageToReturnTo(next, request.headers.get("referer"), originsOf(request));
  const response = new NextResponse(null, {
    status: 303,
    headers: {
      location: localise(to, page),
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
  const secure = env().siteUrl.startsWith("https:");
  response.cookies.set(localeCookie, to, { maxAge: oneYear, sameSite: "lax", path: "/", secure });
  return response;
}

function originsOf(request: NextRequest): string[] {
  const host = request.headers.get("host");
  return [env().siteUrl, `http://${host}`, `https://${host}`];
}
