import { drawSeal } from "@/lib/card/draw-card";
import { inTurn } from "@/lib/card/in-turn";
import { iconSizes } from "@/lib/content/icons";
import { getSite } from "@/lib/content/site";
import { defaultLocale } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";

/** The icon of a site without a logo: the first character of its name as a seal. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/icons/[name]">,
): Promise<Response> {
  const { name } = await params;
  const size = iconSizes.find((one) => name === `${one}.png`);
  if (size === undefined) return new Response(null, { status: 404 });
  const { settings } = await getSite(defaultLocale);
  const png = await inTurn(() => drawSeal(settings.name, "sc", size));
  if (png === null) return new Response(null, { status: 503, headers: { "retry-after": "5" } });
  return new Response(new Uint8Array(png), {
    headers: { "content-type": "image/png", "cache-control": "public, max-age=86400" },
  });
}
