import { Hono } from "hono";
import { z } from "zod";

import type { User } from "#lake/auth/accounts.ts";
import { attempt } from "#lake/auth/attempt.ts";
import { removeFirstLogin } from "#lake/auth/first-login.ts";
import type { LakeContext, LakeEnv } from "#lake/auth/identity.ts";
import { explain, type LoginDependencies, setSessionCookie } from "#lake/auth/login.ts";
import { isOwnOrigin } from "#lake/auth/origins.ts";
import { sendPasswordDone, sendPasswordPage } from "#lake/auth/password-page.ts";
import { choosePasswordText, type PasswordText } from "#lake/auth/password-text.ts";
import { hashPassword, longestPassword, shortestPassword } from "#lake/auth/password.ts";

const formSchema = z.object({
  current: z.string().min(1).max(200),
  fresh: z.string().min(1).max(1000),
  repeat: z.string().min(1).max(1000),
});
type Form = z.infer<typeof formSchema>;

/**
 * `/password`, where somebody who is logged in sets a new password: it ends every other session.
 *
 * Nobody can be made to send the form from elsewhere: the session's cookie is not believed with another origin, and
 * the current password is asked for. A program's token has no password; a stranger is sent to the login page.
 */
export function passwordRoutes(dependencies: LoginDependencies): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  routes.get("/password", (c) => {
    const user = findUser(c, dependencies);
    if (!user) return toLogin(c, dependencies);
    return sendPasswordPage(c, { text: textOf(c), name: user.name, login: user.login });
  });
  routes.post("/password", async (c) => {
    const user = findUser(c, dependencies);
    if (!user) return toLogin(c, dependencies);
    return changePassword(c, user, dependencies);
  });
  return routes;
}

const textOf = (c: LakeContext): PasswordText =>
  choosePasswordText(c.req.header("accept-language"));

function findUser(c: LakeContext, { access }: LoginDependencies): User | null {
  const identity = c.get("identity");
  return identity?.kind === "user" ? access.accounts.getUser(identity.id) : null;
}

function toLogin(c: LakeContext, { settings }: LoginDependencies): Response {
  const search = new URLSearchParams({ type: "cookie", origin: `${settings.publicUrl}/password` });
  c.header("cache-control", "no-store");
  return c.redirect(`login?${search}`, 303);
}

async function changePassword(
  c: LakeContext,
  user: User,
  { access, audit, settings }: LoginDependencies,
): Promise<Response> {
  const text = textOf(c);
  const { name, login } = user;
  const origin = c.req.header("origin");
  if (origin !== undefined && !isOwnOrigin(origin, settings.publicUrl))
    return sendPasswordPage(c, { text, name, login, status: 403, problem: text.foreign });
  const form = formSchema.safeParse(await c.req.parseBody());
  const problem = form.success ? findFault(form.data, text) : text.missing;
  if (!form.success || problem !== null) {
    const fault = problem ?? text.missing;
    return sendPasswordPage(c, { text, name, login, status: 400, problem: fault });
  }
  const { current, fresh } = form.data;
  const refusal = await attempt(c, { login, password: current }, access);
  if (refusal) return sendPasswordPage(c, { text, name, login, ...explain(refusal, text) });

  access.accounts.setPasswordHash(user.id, await hashPassword(fresh));
  await removeFirstLogin(settings.dataDir);
  audit.record({ event: "access", change: "password", subject: login });
  setSessionCookie(c, access.accounts.createSession(user.id), settings.publicUrl);
  const studio = `${new URL(settings.publicUrl).origin}/studio`;
  return sendPasswordDone(c, { text, name, studio });
}

function findFault({ current, fresh, repeat }: Form, text: PasswordText): string | null {
  if (fresh !== repeat) return text.different;
  if (fresh.length < shortestPassword || fresh.length > longestPassword) return text.length;
  return fresh === current ? text.same : null;
}
