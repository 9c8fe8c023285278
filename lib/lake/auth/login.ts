import { type Context, Hono } from "hono";
import { setCookie } from "hono/cookie";
import { z } from "zod";

import { getClientAddress } from "#lake/auth/address.ts";
import { attempt, type Refusal } from "#lake/auth/attempt.ts";
import { sessionCookie } from "#lake/auth/identify.ts";
import type { LakeContext, LakeEnv } from "#lake/auth/identity.ts";
import { sendLoginPage } from "#lake/auth/login-page.ts";
import { type LoginText, chooseLoginText } from "#lake/auth/login-text.ts";
import { isOwnOrigin } from "#lake/auth/origins.ts";
import type { Page } from "#lake/auth/page.ts";
import type { Lake } from "#lake/lake.ts";

export type LoginDependencies = Pick<Lake, "access" | "audit" | "settings">;

const formSchema = z.object({
  login: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
});
const cookieLife = 30 * 24 * 60 * 60;

/**
 * The login page, where the Studio sends editors: `/login?origin=<where from>&type=<login method>`.
 *
 * A right password sets the session cookie and goes back to `origin`, if that is on our own site, with a
 * one-time code in the fragment; any other `origin` is replaced by our Studio.
 */
export function loginRoutes(dependencies: LoginDependencies): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  routes.get("/login", (c) =>
    sendLoginPage(c, { text: chooseLoginText(c.req.header("accept-language")) }),
  );
  routes.post("/login", (c) => logIn(c, dependencies));
  return routes;
}

async function logIn(c: LakeContext, { access, audit, settings }: LoginDependencies) {
  const { accounts, codes } = access;
  const text = chooseLoginText(c.req.header("accept-language"));
  const origin = c.req.header("origin");
  if (origin !== undefined && origin !== "null" && !isOwnOrigin(origin, settings.publicUrl)) {
    return sendLoginPage(c, { text, status: 403, problem: text.foreign });
  }
  const form = formSchema.safeParse(await c.req.parseBody());
  if (!form.success) return sendLoginPage(c, { text, status: 400, problem: text.missing });
  const { login } = form.data;
  const refusal = await attempt(c, form.data, access);
  audit.record({
    event: "login",
    login,
    address: getClientAddress(c),
    outcome: outcomeOf(refusal),
  });
  if (refusal) return sendLoginPage(c, { text, login, ...explain(refusal, text) });
  const user = accounts.getUserByLogin(login);
  if (!user) return sendLoginPage(c, { text, login, ...explain({ kind: "wrong" }, text) });

  setSessionCookie(c, accounts.createSession(user.id), settings.publicUrl);
  c.header("cache-control", "no-store");
  const isCookieOnly = c.req.query("type") === "cookie";
  return c.redirect(
    backTo(c, settings.publicUrl, codes.create({ userId: user.id, isCookieOnly })),
    303,
  );
}

/** Log this browser in: the cookie is for our pages and no script. */
export function setSessionCookie(c: Context, secret: string, publicUrl: string): void {
  setCookie(c, sessionCookie, secret, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: publicUrl.startsWith("https:"),
    maxAge: cookieLife,
  });
}

function outcomeOf(refusal: Refusal | null): "in" | "refused" | "throttled" {
  if (!refusal) return "in";
  return refusal.kind === "wrong" ? "refused" : "throttled";
}

/** What to tell somebody whose password was not taken, and with which status. */
export function explain(
  refusal: Refusal,
  text: Pick<LoginText, "wrong" | "wait" | "busy">,
): { problem: string } & Pick<Page, "status" | "retryAfter"> {
  switch (refusal.kind) {
    case "wrong":
      return { status: 401, problem: text.wrong };
    case "throttled":
      return { status: 429, problem: text.wait(refusal.seconds), retryAfter: refusal.seconds };
    case "busy":
      return { status: 503, problem: text.busy, retryAfter: refusal.seconds };
  }
}

function backTo(c: Context, publicUrl: string, code: string): string {
  const asked = c.req.query("origin");
  const site = new URL(publicUrl).origin;
  const target = new URL(
    asked !== undefined && isOwnOrigin(asked, publicUrl) ? asked : `${site}/studio`,
  );
  target.hash = `sid=${code}`;
  return target.href;
}
