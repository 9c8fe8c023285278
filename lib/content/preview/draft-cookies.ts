import { cookies, draftMode } from "next/headers";

import { bypassCookie, makePass, passCookie, passLifetime } from "@/lib/content/preview/pass";
import { releaseCookie } from "@/lib/content/preview/release";
import { env } from "@/lib/env";

/**
 * Give this browser what shows it drafts, for a working day, and what waits in `release` with them.
 *
 * Next would send its own cookie for use on other sites and over TLS only; the Studio is on this one, and a company may
 * try the site on its own network without TLS first.
 */
export async function openDraftView(release: string | null): Promise<void> {
  const pass = makePass(Date.now());
  if (pass === null) throw new Error("SANITY_API_TOKEN is not set: drafts cannot be read");
  (await draftMode()).enable();
  const jar = await cookies();
  const bypass = jar.get(bypassCookie)?.value ?? "";
  for (const [name, value] of [
    [bypassCookie, bypass],
    [passCookie, pass],
  ] as const)
    jar.set(name, value, { ...attributes(), maxAge: passLifetime });
  if (release === null) jar.set(releaseCookie, "", { path: "/", maxAge: 0 });
  else jar.set(releaseCookie, release, { ...attributes(), httpOnly: false });
}

export async function closeDraftView(): Promise<void> {
  const jar = await cookies();
  for (const name of [bypassCookie, passCookie, releaseCookie])
    jar.set(name, "", { ...attributes(), maxAge: 0 });
}

function attributes() {
  const secure = env().siteUrl.startsWith("https:");
  return { httpOnly: true, sameSite: "lax" as const, secure, path: "/" };
}
