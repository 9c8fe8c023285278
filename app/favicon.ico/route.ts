import { iconAddress } from "@/lib/content/icons";
import { getSite } from "@/lib/content/site";
import { defaultLocale } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";

/** Where browsers look for an icon before they have read the page that names it. */
export async function GET(): Promise<Response> {
  const { settings } = await getSite(defaultLocale);
  const headers = { "cache-control": "public, max-age=86400", location: iconAddress(settings, 64) };
  return new Response(null, { status: 302, headers });
}
