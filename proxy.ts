import { NextResponse, type NextRequest } from "next/server";

import { bypassCookie, isPass, passCookie } from "@/lib/content/preview/pass";
import { perspectiveWith, releaseCookie } from "@/lib/content/preview/release";
import { isPublicFile } from "@/lib/content/public-files";
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
  if (isPublicFile(pathname)) return NextResponse.next();
  const { locale, path } = splitLocale(pathname);
  const verdict = await (isPreviewing(request)
    ? verdictInPreview(path, perspectiveWith(request.cookies.get(releaseCookie)?.value))
    : verdictOn(path));
  const reader = locale ?? (await scriptFor(request));
  // What depends on who asks must not be taken for everybody's by a cache on the way.
  const headers: Record<string, string> =
    locale === null ? { vary: "Accept-Language, Cookie" } : {};
  const to = (target: string) => new URL(localise(reader, target), request.url);
  // Not even what moved for good is taken for granted: it may move back.
  const leadTo = (target: string, status: number) =>
    NextResponse.redirect(to(target + search), {
      status,
      headers: { ...headers, "cache-control": "public, max-age=0, must-revalidate" },
    });
  switch (verdict.is) {
    case "unknown":
      return NextResponse.rewrite(to("/errors/404"), { status: 404, headers });
    case "over":
      return NextResponse.rewrite(to(previewOverPath), { status: 410, headers });
    case "moved":
      return leadTo(verdict.to, verdict.isPermanent ? 308 : 307);
    case "known":
      return locale === null ? leadTo(path, 307) : NextResponse.next();
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
    // All but the machinery, and the few files that have no script: what is no page is found out here.
    "/((?!api(?:/|$)|_next/|studio(?:/|$)|sitemap/|icons/|[^/]+/card/|(?:islands|early|saved-worker)\\.js$|favicon\\.ico$|robots\\.txt$|sitemap\\.xml$).*)",
  ],
};
