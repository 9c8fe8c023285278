import { getSite } from "@/lib/content/site";
import { pictureAddress } from "@/lib/content/structured-data";
import { defaultLocale } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";

/** Where browsers look for an icon before they have read the page that names it. */
export async function GET(): Promise<Response> {
  const { settings } = await getSite(defaultLocale);
  const headers = { "cache-control": "public, max-age=86400" };
  if (settings.logo === null) return new Response(null, { status: 204, headers });
  const location = pictureAddress(settings.logo, 64);
  return new Response(null, { status: 302, headers: { ...headers, location } });
}
