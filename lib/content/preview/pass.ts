import { createHmac, timingSafeEqual } from "node:crypto";

import { env } from "@/lib/env";

/**
 * The cookie that shows drafts to its holder.
 *
 * Next's own draft cookie only says that no page is to be taken from a cache; it never expires and is the same for everybody.
 */
export const passCookie = "preview_pass";

/** Next's cookie of draft mode. */
export const bypassCookie = "__prerender_bypass";

/** How long one opening of the preview lasts, in seconds: a working day. */
export const passLifetime = 12 * 60 * 60;

/** Make a pass: until when it holds (ms) and a signature; `null` when the site has no secret to sign with. */
export function makePass(now: number): string | null {
  const until = String(now + passLifetime * 1000);
  const signature = signatureOf(until);
  return signature && `${until}.${signature.toString("base64url")}`;
}

export function isPass(value: string | undefined, now: number): boolean {
  const [, until = "", signature = ""] = /^(\d{1,16})\.([\w-]{43})$/.exec(value ?? "") ?? [];
  if (Number(until) <= now) return false;
  const given = Buffer.from(signature, "base64url");
  const expected = signatureOf(until);
  return expected !== null && given.length === expected.length && timingSafeEqual(given, expected);
}

/** Signed with a key of this machine; elsewhere with the token, without which there are no drafts to be seen. */
function signatureOf(until: string): Buffer | null {
  const { internalSecret, cms } = env();
  const key = internalSecret ?? cms.token;
  return key === undefined
    ? null
    : createHmac("sha256", key).update(`preview pass until ${until}`).digest();
}
