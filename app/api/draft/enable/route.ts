import type { NextRequest } from "next/server";

import { openDraftView } from "@/lib/content/preview/draft-cookies";
import { openingOf } from "@/lib/content/preview/opening";
import { previewOverPath } from "@/lib/content/verdict";
import { defaultLocale, isLocale, localeCookie, type Locale } from "@/lib/i18n/locales";
import { localise, splitLocale } from "@/lib/i18n/paths";

/** Let an editor into the preview, with the secret that the Studio has just made. */
export async function GET(request: NextRequest): Promise<Response> {
  const reader = readerOf(request);
  const opening = await openingOf(request.url, reader);
  if (opening === null) return leadTo(localise(reader, previewOverPath));
  await openDraftView(opening.release);
  return leadTo(opening.path);
}

/** The script of the page that was asked for, else the one this browser remembers. */
function readerOf({ nextUrl, cookies }: NextRequest): Locale {
  const asked = nextUrl.searchParams.get("sanity-preview-pathname") ?? "/";
  const path = URL.parse(asked, nextUrl)?.pathname ?? "/";
  const remembered = cookies.get(localeCookie)?.value;
  return splitLocale(path).locale ?? (isLocale(remembered) ? remembered : defaultLocale);
}

function leadTo(location: string): Response {
  return new Response(null, {
    status: 307,
    headers: { location, "cache-control": "private, no-store", "x-robots-tag": "noindex" },
  });
}
