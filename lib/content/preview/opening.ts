import { validatePreviewUrl } from "@sanity/preview-url-secret";

import { draftClient } from "@/lib/content/client";
import { releaseIn } from "@/lib/content/preview/release";
import type { Locale } from "@/lib/i18n/locales";
import { localise, splitLocale } from "@/lib/i18n/paths";

/** Where to, as a path of this site, and the release that is to be seen there. */
export type Opening = { path: string; release: string | null };

/**
 * What the Studio's link into the preview opens; `null` when its secret is not known or older than an hour.
 *
 * The Studio keeps the secret in the dataset, as Sanity has it, so this is one for the lake and the hosted service.
 */
export async function openingOf(url: string, reader: Locale): Promise<Opening | null> {
  const { isValid, redirectTo, studioPreviewPerspective } = await validatePreviewUrl(
    draftClient(),
    url,
  );
  if (!isValid) return null;
  const { pathname, searchParams } = new URL(redirectTo ?? "/", "http://site.invalid");
  searchParams.delete("sanity-preview-perspective");
  const { locale, path } = splitLocale(pathname.replace(/^\/+/, "/"));
  const query = searchParams.size > 0 ? `?${searchParams}` : "";
  return {
    path: localise(locale ?? reader, path) + query,
    release: releaseIn(studioPreviewPerspective),
  };
}
