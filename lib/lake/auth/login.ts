import { randomBytes } from "node:crypto";

import { type Context, Hono } from "hono";
import { setCookie } from "hono/cookie";
import { z } from "zod";

import { getClientAddress } from "#lake/auth/address.ts";
import { sessionCookie } from "#lake/auth/identify.ts";
import type { LakeContext, LakeEnv } from "#lake/auth/identity.ts";
import { renderLoginPage } from "#lake/auth/login-page.ts";
import { type LoginText, chooseLoginText } from "#lake/auth/login-text.ts";
import { isOwnOrigin } from "#lake/auth/origins.ts";
import { isPassword } from "#lake/auth/password.ts";
import type { Lake } from "#lake/lake.ts";
import { GateFullError } from "#lake/limits/gate.ts";

export type LoginDependencies = Pick<Lake, "access" | "audit" | "settings">;

type Problem = {
  status: 400 | 401 | 403 | 429 | 503;
  message: string;
  login?: string;
  retryAfter?: number;
};

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
  routes.get("/login", (c) => showPage(c, chooseLoginText(c.req.header("accept-language"))));
  routes.post("/login", (c) => logIn(c, dependencies));
  return routes;
}

async function logIn(c: LakeContext, dependencies: LoginDependencies) {
  const { access, audit, settings } = dependencies;
  const { accounts, throttle, codes } = access;
  const text = chooseLoginText(c.req.header("accept-language"));
  const origin = c.req.header("origin");
  if (origin !== undefined && origin !== "null" && !isOwnOrigin(origin, settings.publicUrl)) {
    return showPage(c, text, { status: 403, message: text.foreign });
  }
  const form = formSchema.safeParse(await c.req.parseBody());
  if (!form.success) return showPage(c, text, { status: 400, message: text.missing });
  const problem = await check(c, { ...form.data, text, dependencies });
  audit.record({
    event: "login",
    login: form.data.login,
    address: getClientAddress(c),
    outcome: outcomeOf(problem),
  });
  if (problem) return showPage(c, text, problem);
  const user = accounts.getUserByLogin(form.data.login);
  if (!user) return showPage(c, text, { status: 401, message: text.wrong });

  throttle.succeed(getClientAddress(c), form.data.login);
  setCookie(c, sessionCookie, accounts.createSession(user.id), {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: settings.publicUrl.startsWith("https:"),
    maxAge: cookieLife,
  });
  c.header("cache-control", "no-store");
  const isCookieOnly = c.req.query("type") === "cookie";
  return c.redirect(
    backTo(c, settings.publicUrl, codes.create({ userId: user.id, isCookieOnly })),
    303,
  );
}

function outcomeOf(problem: Problem | null): "in" | "refused" | "throttled" {
  if (!problem) return "in";
  return problem.status === 401 ? "refused" : "throttled";
}

type Attempt = {
  login: string;
  password: string;
  text: LoginText;
  dependencies: LoginDependencies;
};

async function check(
  c: Context,
  { login, password, text, dependencies }: Attempt,
): Promise<Problem | null> {
  const { accounts, throttle } = dependencies.access;
  const address = getClientAddress(c);
  const seconds = throttle.wait(address, login);
  if (seconds > 0) return { status: 429, message: text.wait(seconds), login, retryAfter: seconds };
  // Counted before the slow comparison, or a crowd of attempts at once would all pass as the first.
  throttle.fail(address, login);
  try {
    const isRight = await isPassword(password, accounts.getPasswordHash(login));
    return isRight ? null : { status: 401, message: text.wrong, login };
  } catch (error) {
    if (error instanceof GateFullError)
      return { status: 503, message: text.busy, login, retryAfter: 5 };
    throw error;
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

function showPage(c: Context, text: LoginText, problem?: Problem) {
  const nonce = randomBytes(16).toString("base64url");
  c.header(
    "content-security-policy",
    `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  );
  c.header("cache-control", "no-store");
  c.header("referrer-policy", "same-origin");
  c.header("vary", "accept-language");
  if (problem?.retryAfter !== undefined) c.header("retry-after", String(problem.retryAfter));
  const page = renderLoginPage({
    text,
    nonce,
    ...(problem ? { problem: problem.message } : {}),
    ...(problem?.login === undefined ? {} : { login: problem.login }),
  });
  return c.html(page, problem?.status ?? 200);
}
