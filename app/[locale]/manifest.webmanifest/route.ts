import { iconAddress } from "@/lib/content/icons";
import { getSite } from "@/lib/content/site";
import { isLocale, locales } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";
import { palette } from "@/lib/look";

export const dynamic = "force-static";
export const revalidate = 86_400;

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

type Context = RouteContext<"/[locale]/manifest.webmanifest">;

/** What a phone needs to put the site on its home screen, in the reader's script. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const { settings } = await getSite(locale);
  const manifest = {
    id: localise(locale, "/"),
    name: settings.name,
    short_name: settings.name,
    description: settings.description ?? settings.tagline ?? settings.legalName,
    lang: locale,
    dir: "ltr",
    start_url: localise(locale, "/"),
    scope: "/",
    display: "minimal-ui",
    background_color: palette.paper,
    theme_color: palette.paper,
    icons: ([192, 512] as const).map((size) => ({
      src: iconAddress(settings, size),
      sizes: `${size}x${size}`,
      type: "image/png",
    })),
  };
  return Response.json(manifest, {
    headers: { "content-type": "application/manifest+json; charset=utf-8" },
  });
}
