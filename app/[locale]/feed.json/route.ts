import { getFeed, toJsonFeed } from "@/lib/content/feed";
import { isLocale, locales } from "@/lib/i18n/locales";

export const dynamic = "force-static";
export const revalidate = 86_400;

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

type Context = RouteContext<"/[locale]/feed.json">;

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return Response.json(toJsonFeed(await getFeed(locale)), {
    headers: { "content-type": "application/feed+json; charset=utf-8" },
  });
}
