import { siteMap } from "@/lib/content/site-map";
import { sitemapPart } from "@/lib/content/sitemap";

export const dynamic = "force-dynamic";

export async function GET(
  _: Request,
  { params }: RouteContext<"/sitemap/[part]">,
): Promise<Response> {
  const map = await siteMap();
  if (map === null) return new Response(null, { status: 503, headers: { "retry-after": "60" } });
  const xml = sitemapPart(map, (await params).part);
  if (xml === null) return new Response(null, { status: 404 });
  return new Response(xml, { headers: { "content-type": "application/xml" } });
}
