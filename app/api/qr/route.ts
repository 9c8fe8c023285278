import { toString } from "qrcode";

import { env } from "@/lib/env";
import { splitLocale } from "@/lib/i18n/paths";

const longestPath = 256;

/** A QR code of one of our own pages, to go on reading on a phone; made here, not by another host. */
export async function GET(request: Request): Promise<Response> {
  const path = new URL(request.url).searchParams.get("path") ?? "";
  const isOurs = path.length <= longestPath && splitLocale(path).locale !== null;
  if (!isOurs) return new Response(null, { status: 400 });
  // Four modules of white: what the standard asks for, so that a code is found on a dark page too.
  const svg = await toString(env().siteUrl + path, { type: "svg", margin: 4 });
  return new Response(svg, {
    headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" },
  });
}
