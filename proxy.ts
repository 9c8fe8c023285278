import createMiddleware from "next-intl/middleware";
import { NextResponse, type NextRequest } from "next/server";

import { verdictOn } from "@/lib/content/verdict";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";
import { localise, splitLocale } from "@/lib/i18n/paths";
import { routing } from "@/lib/i18n/routing";

const negotiate = createMiddleware(routing);

/**
 * Decide where an address leads before a page is rendered or cached for it.
 *
 * An address without a script goes to the reader's; a moved one to its new place; one that there is not
 * is answered by the one prepared "no such page" of its script, so that it costs neither a rendering, nor a
 * question to the CMS, nor a file on the disk.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const { locale, path } = splitLocale(pathname);
  const verdict = await verdictOn(path);
  const reader = () => locale ?? negotiated(request);
  const to = (target: string) => new URL(target, request.url);
  switch (verdict.is) {
    case "unknown":
      return NextResponse.rewrite(to(`/${reader()}/errors/404`), { status: 404 });
    case "moved":
      return NextResponse.redirect(to(localise(reader(), verdict.to) + search), 308);
    case "known":
      return locale === null ? negotiate(request) : NextResponse.next();
  }
}

function negotiated(request: NextRequest): Locale {
  const location = negotiate(request).headers.get("location");
  if (location === null) return defaultLocale;
  return splitLocale(new URL(location).pathname).locale ?? defaultLocale;
}

export const config = {
  matcher: [
    "/",
    "/((?!api/|_next/|studio(?:/|$)|.*\\..*).*)",
    // Pages of the site that stood here before; their addresses are led on by redirects.
    "/((?!api/|_next/|studio(?:/|$)).*\\.(?:html?|shtml|php|aspx?|jsp))",
  ],
};
