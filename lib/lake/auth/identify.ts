import type { IncomingMessage } from "node:http";

import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { parse as parseCookies } from "hono/utils/cookie";

import type { AccessToken, User } from "#lake/auth/accounts.ts";
import { isSameSecret } from "#lake/auth/bearer.ts";
import { type Identity, type LakeEnv, identityIn, unauthorized } from "#lake/auth/identity.ts";
import { isOwnOrigin } from "#lake/auth/origins.ts";
import type { Lake } from "#lake/lake.ts";

export const sessionCookie = "sanitySession";

type Credentials = Pick<Lake, "access" | "settings">;

const site: Identity = { id: "site", name: "Site", kind: "site", roles: ["editor"], dataset: null };
const datasetPattern =
  /^\/v[^/]+\/(?:data\/(?:live\/)?[a-z]+|assets\/[a-z]+|socket|(?:projects\/[^/]+\/)?datasets)\/([^/]+)/;

/**
 * Find out who asks and set `identity` for the handlers behind.
 *
 * A bearer token that nobody has is refused, as Sanity does, so that a program with an old token does
 * not take the public view for the whole. A cookie that is stale or came along from another origin
 * counts as no cookie. Where the path names a dataset, a token for another one counts as none.
 *
 * @throws {HttpError} 401 for an unknown bearer token.
 */
export function identify(credentials: Credentials): MiddlewareHandler<LakeEnv> {
  return async (c, next) => {
    const dataset = datasetInPath(c.req.path);
    const identity = findIdentity(c, credentials);
    c.set("identity", dataset === undefined ? identity : identityIn(identity, dataset));
    await next();
  };
}

/** The dataset that a path of the API is about, however it is spelled there; undefined when it is about none. */
export function datasetInPath(path: string): string | undefined {
  const [, written] = datasetPattern.exec(path) ?? [];
  return written?.includes("%") ? tryDecode(written) : written;
}

function tryDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The secret this request logs in with, from the header or the cookie; null when there is none we may use. */
export function getSecret(c: Context, publicUrl: string): string | null {
  return getBearer(c.req.header("authorization")) ?? getSessionSecret(c, publicUrl);
}

/** Who opens a websocket, by the session cookie; browsers send no other header along with it. */
export function identifyUpgrade(
  { headers }: IncomingMessage,
  { access, settings }: Credentials,
): Identity {
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, settings.publicUrl)) return null;
  const secret = parseCookies(headers.cookie ?? "", sessionCookie)[sessionCookie];
  const user = secret ? access.accounts.findSession(secret) : null;
  return user ? fromUser(user) : null;
}

/** Who a bearer token belongs to; null when to nobody. */
export function identifyBearer(bearer: string, { access, settings }: Credentials): Identity {
  const { accounts } = access;
  if (settings.siteToken !== null && isSameSecret(bearer, settings.siteToken)) return site;
  const token = accounts.findAccessToken(bearer);
  if (token) return fromAccessToken(token);
  const user = accounts.findSession(bearer);
  return user ? fromUser(user) : null;
}

/** Whether who opened a line is still let in; a token may have been revoked and a user removed meanwhile. */
export function isStillKnown(identity: Identity, { accounts }: Lake["access"]): boolean {
  if (identity?.kind === "user") return accounts.isUser(identity.id);
  return identity?.kind !== "token" || accounts.getAccessToken(identity.id) !== null;
}

function findIdentity(c: Context, credentials: Credentials): Identity {
  const bearer = getBearer(c.req.header("authorization"));
  if (bearer !== null) {
    const identity = identifyBearer(bearer, credentials);
    if (identity) return identity;
    throw unauthorized("Unauthorized - Session not found");
  }
  const secret = getSessionSecret(c, credentials.settings.publicUrl);
  const user = secret === null ? null : credentials.access.accounts.findSession(secret);
  return user ? fromUser(user) : null;
}

function getBearer(authorization: string | undefined): string | null {
  return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1] ?? null;
}

function getSessionSecret(c: Context, publicUrl: string): string | null {
  const origin = c.req.header("origin");
  if (origin !== undefined && !isOwnOrigin(origin, publicUrl)) return null;
  return getCookie(c, sessionCookie) ?? null;
}

function fromUser({ id, name, role }: User): Identity {
  return { id, name, kind: "user", roles: [role], dataset: null };
}

function fromAccessToken({ id, label, role, dataset }: AccessToken): Identity {
  return { id, name: label, kind: "token", roles: [role], dataset };
}
