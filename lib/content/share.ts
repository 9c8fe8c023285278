import type { Metadata } from "next";

import { cardAddress, siteCard, type CardText } from "@/lib/content/cards";
import type { Picture } from "@/lib/content/media";
import type { Site } from "@/lib/content/site";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";

const territories: Record<Locale, string> = {
  "zh-Hans": "zh_CN",
  "zh-Hant": "zh_TW",
  "zh-Hant-TW": "zh_TW",
  "zh-Hant-HK": "zh_HK",
};

const wide = { width: 1200, height: 630 };
const square = { width: 630, height: 630 };

export type Shared = {
  locale: Locale;
  settings: Site["settings"];
  /** Of the page, without locale. */
  path: string;
  /** `null` for a page that shows the site's card. */
  card: CardText | null;
  /** What an editor chose to be shown instead. */
  picture?: Picture | null | undefined;
};

/**
 * What a shared link shows of any page: whose site it is, and pictures.
 *
 * The card comes twice: wide for those who show a preview, square for WeChat, which crops to it.
 */
export function sharedFacts(shared: Shared) {
  const { locale, settings, picture } = shared;
  const images = [...(picture ? [sharedPicture(picture)] : []), ...cardsOf(shared)];
  return {
    siteName: settings.name,
    locale: territories[locale],
    images,
  } satisfies Metadata["openGraph"];
}

/** The large picture of a link, for those who read Twitter's words only. */
export function twitterFacts(shared: Shared) {
  const { url, alt } = sharedFacts(shared).images[0] ?? { url: "", alt: "" };
  return { card: "summary_large_image", images: [{ url, alt }] } satisfies Metadata["twitter"];
}

function cardsOf({ locale, settings, path, card }: Shared) {
  const shown = card ?? siteCard(settings);
  const place = card === null ? "/" : path;
  const address = (shape: "wide" | "square") => cardAddress(locale, place, { card: shown, shape });
  const about = { type: "image/png", alt: `${shown.name}：${shown.title}` };
  return [
    { url: address("wide"), ...wide, ...about },
    { url: address("square"), ...square, ...about },
  ];
}

/** A picture in the shape that shared links have: about twice as wide as high. */
function sharedPicture({ path, isVector, alt }: Picture) {
  const query = isVector ? "" : `?w=${wide.width}&h=${wide.height}&fit=crop&fm=jpg`;
  const type = isVector ? "image/svg+xml" : "image/jpeg";
  return { url: env().siteUrl + path + query, ...wide, type, alt };
}
