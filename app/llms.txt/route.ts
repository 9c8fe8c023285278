import { getGuide } from "@/lib/content/guide";
import { siteMap } from "@/lib/content/site-map";
import { defaultLocale } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";

/** The guide in the company's own script; it names the others. */
export async function GET(): Promise<Response> {
  const locale = (await siteMap())?.defaultScript ?? defaultLocale;
  return new Response(await getGuide(locale), {
    headers: { "content-type": "text/markdown; charset=utf-8" },
  });
}
