import type { DatabaseSync } from "node:sqlite";

import { Hono } from "hono";

import { type Accounts, createAccounts } from "#lake/auth/accounts.ts";
import type { LakeEnv } from "#lake/auth/identity.ts";
import { type LoginCodes, createLoginCodes } from "#lake/auth/login-codes.ts";
import { loginRoutes } from "#lake/auth/login.ts";
import { passwordRoutes } from "#lake/auth/password-routes.ts";
import { sessionRoutes } from "#lake/auth/session-routes.ts";
import { type Throttle, createThrottle } from "#lake/auth/throttle.ts";
import { userRoutes } from "#lake/auth/user-routes.ts";
import type { Lake } from "#lake/lake.ts";

/** Who may come in: accounts in the file, and in memory what a login needs meanwhile. */
export type Access = { accounts: Accounts; throttle: Throttle; codes: LoginCodes };

export function createAccess(db: DatabaseSync, now: () => number = Date.now): Access {
  return {
    accounts: createAccounts(db, now),
    throttle: createThrottle(now),
    codes: createLoginCodes(now),
  };
}

/** `/login` and `/password`, which have no version in their addresses. */
export function loginPageRoutes(lake: Lake): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  routes.route("/", loginRoutes(lake));
  routes.route("/", passwordRoutes(lake));
  return routes;
}

/** The log-in state and the users, under the API's version. */
export function accessRoutes(lake: Lake): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  routes.route("/", sessionRoutes(lake));
  routes.route("/", userRoutes(lake));
  return routes;
}
