import { NextResponse, type NextRequest } from "next/server";

import { bypassCookie, isPass, passCookie } from "@/lib/content/preview/pass";
import { siteMap } from "@/lib/content/site-map";
import { previewOverPath, verdictInPreview, verdictOn } from "@/lib/content/verdict";
import { defaultLocale, localeCookie, type Locale } from "@/lib/i18n/locales";
import { negotiate } from "@/lib/i18n/negotiate";
import { localise, splitLocale } from "@/lib/i18n/paths";

/**
 * Decide where an address leads before a page is rendered or cached for it.
 *
 * An address without a script goes to the reader's; one with a script is never second-guessed, so that a search
 * engine gets what the URL says. A moved page leads to its new place; one that there is not is answered by the one
 * prepared "no such page" of its script, so that it costs neither a rendering, nor a question to the CMS, nor a
 * file on the disk.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const { locale, path } = splitLocale(pathname);
  const verdict = await (isPreviewing(request) ? verdictInPreview(path) : verdictOn(path));
  const reader = async () => locale ?? (await scriptFor(request));
  const to = (target: string) => new URL(target, request.url);
  switch (verdict.is) {
    case "unknown":
      return NextResponse.rewrite(to(`/${await reader()}/errors/404`), { status: 404 });
    case "over":
      return NextResponse.rewrite(to(`/${await reader()}${previewOverPath}`), { status: 410 });
    case "moved":
      return NextResponse.redirect(to(localise(await reader(), verdict.to) + search), 308);
    case "known":
      if (locale !== null) return NextResponse.next();
      return NextResponse.redirect(to(localise(await reader(), path) + search), {
        status: 307,
        headers: { vary: "Accept-Language, Cookie" },
      });
  }
}

/** Without Next's cookie the page would be made for everybody, so a pass alone does not count. */
function isPreviewing({ cookies }: NextRequest): boolean {
  return cookies.has(bypassCookie) && isPass(cookies.get(passCookie)?.value, Date.now());
}

async function scriptFor(request: NextRequest): Promise<Locale> {
  return negotiate({
    cookie: request.cookies.get(localeCookie)?.value,
    acceptLanguage: request.headers.get("accept-language"),
    otherwise: (await siteMap())?.defaultScript ?? defaultLocale,
  });
}

export const config = {
  matcher: [
    "/",
    "/((?!api/|_next/|studio(?:/|$)|.*\\..*).*)",
    "/(feed\\.xml|feed\\.json|llms\\.txt|manifest\\.webmanifest)",
    "/:folder/(feed\\.xml|feed\\.json|llms\\.txt|manifest\\.webmanifest)",
    // Pages of the site that stood here before; their addresses are led on by redirects.
    "/((?!api/|_next/|studio(?:/|$)).*\\.(?:html?|shtml|php|aspx?|jsp))",
  ],
};
