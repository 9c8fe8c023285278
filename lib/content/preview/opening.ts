import { validatePreviewUrl } from "@sanity/preview-url-secret";

import { draftClient } from "@/lib/content/client";
import type { Locale } from "@/lib/i18n/locales";
import { localise, splitLocale } from "@/lib/i18n/paths";

/**
 * Where the Studio's link into the preview leads, as a path of this site; `null` when its secret is not known or
 * older than an hour.
 *
 * The Studio keeps the secret in the dataset, as Sanity has it, so this is one for the lake and the hosted service.
 */
export async function pathToOpen(url: string, reader: Locale): Promise<string | null> {
  const { isValid, redirectTo } = await validatePreviewUrl(draftClient(), url);
  if (!isValid) return null;
  const { pathname, searchParams } = new URL(redirectTo ?? "/", "http://site.invalid");
  searchParams.delete("sanity-preview-perspective");
  const { locale, path } = splitLocale(pathname.replace(/^\/+/, "/"));
  const query = searchParams.size > 0 ? `?${searchParams}` : "";
  return localise(locale ?? reader, path) + query;
}
