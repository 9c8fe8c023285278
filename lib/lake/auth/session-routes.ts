import { Hono } from "hono";
import { deleteCookie } from "hono/cookie";

import { getSecret, sessionCookie } from "#lake/auth/identify.ts";
import { type LakeEnv, unauthorized } from "#lake/auth/identity.ts";
import type { LoginDependencies } from "#lake/auth/login.ts";

/** Log-in state: `/auth/id`, `/auth/fetch`, `/auth/logout`, `/auth/providers`. */
export function sessionRoutes({ access, settings }: LoginDependencies): Hono<LakeEnv> {
  const { accounts, codes } = access;
  const routes = new Hono<LakeEnv>();

  // A stranger is answered {} with 200: the Studio reads that as "logged out" and the browser's console stays clean.
  routes.get("/auth/id", (c) => {
    const identity = c.get("identity");
    return c.json(identity ? { id: identity.id } : {});
  });

  // Sets no cookie, or a link with somebody else's code would log its reader in as that somebody.
  routes.get("/auth/fetch", (c) => {
    const code = codes.take(c.req.query("sid") ?? "");
    if (!code) throw unauthorized("The login code is unknown or was used already");
    c.header("cache-control", "no-store");
    return c.json({ token: code.isCookieOnly ? "" : accounts.createSession(code.userId) });
  });

  routes.post("/auth/logout", (c) => {
    const secret = getSecret(c, settings.publicUrl);
    if (secret !== null) accounts.removeSession(secret);
    deleteCookie(c, sessionCookie, { path: "/" });
    return c.json({ ok: true });
  });

  routes.get("/auth/providers", (c) =>
    c.json({
      providers: [{ name: "yiwen", title: "一文", url: `${settings.publicUrl}/login` }],
      thirdPartyLogin: true,
      sso: { saml: false },
    }),
  );
  return routes;
}
