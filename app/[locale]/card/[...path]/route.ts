import { drawCard, type Family } from "@/lib/card/draw-card";
import { inTurn } from "@/lib/card/in-turn";
import { cardAddress, getCard, isCurrent, readCardAddress } from "@/lib/content/cards";
import { verdictOn } from "@/lib/content/verdict";
import { isLocale, type Locale } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";

/**
 * The picture that is shown where a page's link is shared.
 *
 * Only what a page of ours names is drawn: another page is unknown before the CMS is asked, and another text leads
 * to the address of the present one. Drawing is done once; whoever stands before keeps it for ever.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/card/[...path]">,
): Promise<Response> {
  const { locale, path } = await params;
  const asked = readCardAddress(path);
  if (asked === null || !isLocale(locale)) return new Response(null, { status: 404 });
  if ((await verdictOn(asked.path)).is !== "known") return new Response(null, { status: 404 });
  const card = await getCard(asked.path, locale);
  if (card === null) return new Response(null, { status: 404 });
  if (!isCurrent(asked, card) || new URL(request.url).search !== "")
    return new Response(null, {
      status: 302,
      headers: { location: cardAddress(locale, asked.path, { card, shape: asked.shape }) },
    });
  const png = await inTurn(() => drawCard({ ...card, family: familyOf(locale) }, asked.shape));
  if (png === null) return new Response(null, { status: 503, headers: { "retry-after": "5" } });
  return new Response(new Uint8Array(png), {
    headers: {
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}

function familyOf(locale: Locale): Family {
  return locale === "zh-Hans" ? "sc" : "tc";
}
