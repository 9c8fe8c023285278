import { getGuide } from "@/lib/content/guide";
import { isLocale, locales } from "@/lib/i18n/locales";

export const dynamic = "force-static";
export const revalidate = 86_400;

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

type Context = RouteContext<"/[locale]/llms.txt">;

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return new Response(await getGuide(locale), {
    headers: { "content-type": "text/markdown; charset=utf-8" },
  });
}
