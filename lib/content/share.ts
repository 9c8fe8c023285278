import type { Picture } from "@/lib/content/media";
import type { Site } from "@/lib/content/site";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";

const territories: Record<Locale, string> = { "zh-Hans": "zh_CN", "zh-Hant": "zh_TW" };

/** What a shared link shows of any page: whose site it is, and a picture. */
export function sharedFacts(locale: Locale, settings: Site["settings"], picture?: Picture | null) {
  const shown = picture ?? settings.shareImage;
  return {
    siteName: settings.name,
    locale: territories[locale],
    ...(shown && { images: [sharedPicture(shown)] }),
  };
}

/** A picture in the shape that shared links have: about twice as wide as high. */
function sharedPicture({ path, isVector, alt }: Picture) {
  const size = { width: 1200, height: 630 };
  const query = isVector ? "" : `?w=${size.width}&h=${size.height}&fit=crop&fm=jpg`;
  return { url: env().siteUrl + path + query, ...size, alt };
}
