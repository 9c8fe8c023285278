import { askCached } from "@/lib/content/client";
import { convertFields, converterTo } from "@/lib/content/conversion";
import { siteQuery } from "@/lib/content/queries";
import {
  siteSchema,
  type FriendLink,
  type NavigationItem,
  type Settings,
} from "@/lib/content/schema";
import { convertPicture } from "@/lib/content/summaries";
import type { Locale } from "@/lib/i18n/locales";

export type Site = {
  settings: Settings & { name: string };
  header: NavigationItem[];
  footer: NavigationItem[];
  friends: FriendLink[];
};

/** What frames every page: the company, its navigation and its friends. */
export async function getSite(locale: Locale): Promise<Site> {
  const { settings, header, footer, friends } = await askCached(
    { query: siteQuery, schema: siteSchema },
    ["settings"],
  );
  const converter = (await converterTo(locale))();
  const titled = <T extends { title: string }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, title: converter.convertText(item.title) }));
  const converted = convertFields(converter, settings, [
    "legalName",
    "shortName",
    "tagline",
    "description",
    "hours",
    "icpNumber",
    "psbNumber",
  ]);
  const { address, shareImage } = converted;
  return {
    settings: {
      ...converted,
      name: converted.shortName ?? converted.legalName,
      shareImage: shareImage && convertPicture(converter, shareImage),
      address: address && { ...address, text: converter.convertText(address.text) },
    },
    header: titled(header),
    footer: titled(footer),
    friends: titled(friends),
  };
}
