/**
 * Whether a form was sent from a page of ours, and not by another site in a visitor's name.
 *
 * Every browser that could be made to do so names itself in `Origin`, or at least in `Referer`; one that
 * names neither is believed, because it may be a careful visitor's.
 */
export function isFromOurPage(headers: Headers, siteUrl: string): boolean {
  const claimed = headers.get("origin") ?? headers.get("referer");
  if (claimed === null) return true;
  if (!URL.canParse(claimed)) return false;
  const { origin, host } = new URL(claimed);
  return origin === new URL(siteUrl).origin || host === headers.get("host");
}
