import { createHash, randomBytes } from "node:crypto";

import { verdictOn } from "@/lib/content/verdict";
import { splitLocale } from "@/lib/i18n/paths";

const longestAddress = 1_024;

/**
 * Read the address of a page that wants to be signed; `null` unless it is a page of ours.
 *
 * A signature is worth something to whoever borrows our app id, so none is made for another host, another port, a
 * file or a page there is not. The query stays: WeChat adds one to links, and signs what the address bar holds.
 */
export async function pageToSign(asked: string | null, siteUrl: string): Promise<string | null> {
  if (asked === null || asked.length > longestAddress || !URL.canParse(asked)) return null;
  const url = new URL(asked);
  const isOurs = url.origin === new URL(siteUrl).origin && url.username + url.password === "";
  const { locale, path } = splitLocale(url.pathname);
  if (!isOurs || locale === null || path.includes(".")) return null;
  if ((await verdictOn(path === "/" ? path : path.replace(/\/$/, ""))).is !== "known") return null;
  return asked.replace(/#.*$/s, "");
}

export type Signature = { appId: string; timestamp: number; nonceStr: string; signature: string };

/** Sign a page as WeChat's JS-SDK 1.6 wants it: SHA-1 over the ticket, a nonce, the time in seconds and the address. */
export function sign(
  { url, ticket, appId }: { url: string; ticket: string; appId: string },
  now = Date.now(),
  nonceStr = randomBytes(12).toString("hex"),
): Signature {
  const timestamp = Math.floor(now / 1_000);
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`;
  return { appId, timestamp, nonceStr, signature: createHash("sha1").update(text).digest("hex") };
}
