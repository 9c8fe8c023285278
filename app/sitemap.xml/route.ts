import { siteMap } from "@/lib/content/site-map";
import { sitemapIndex } from "@/lib/content/sitemap";

export const dynamic = "force-dynamic";

/** Made from what the site knows of itself, so that it is true the moment after a publish. */
export async function GET(): Promise<Response> {
  const map = await siteMap();
  if (map === null) return new Response(null, { status: 503, headers: { "retry-after": "60" } });
  return new Response(sitemapIndex(map), { headers: { "content-type": "application/xml" } });
}
