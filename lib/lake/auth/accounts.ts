import { randomBytes } from "node:crypto";
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";

import { z } from "zod";

import { createBearer, hashBearer } from "#lake/auth/bearer.ts";
import { roleNames } from "#lake/auth/roles.ts";

const userSchema = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    role: z.enum(roleNames),
    created_at: z.number(),
  })
  .transform(({ created_at, ...user }) => ({ ...user, createdAt: created_at }));

const passwordSchema = z.object({ password: z.string() });
const sessionSchema = z.object({ user_id: z.string(), expires_at: z.number() });

const accessTokenSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    role: z.enum(roleNames),
    dataset: z.string().nullable(),
    created_at: z.number(),
  })
  .transform(({ created_at, ...token }) => ({ ...token, createdAt: created_at }));

export type User = z.infer<typeof userSchema>;
export type AccessToken = z.infer<typeof accessTokenSchema>;
type NewUser = { login: string; name: string; role: User["role"]; passwordHash: string };
type NewAccessToken = Pick<AccessToken, "label" | "role" | "dataset">;

/** Users, sessions and tokens in the lake's file; see `createAccounts`. */
export type Accounts = ReturnType<typeof createAccounts>;

const sessionLife = 30 * 24 * 60 * 60 * 1000;
const userColumns = "id, login, name, role, created_at";
const tokenColumns = "id, label, role, dataset, created_at";

/**
 * Keep users, their sessions and programs' tokens.
 *
 * Every lookup reads the file, so what another process (`npm run lake -- token revoke`) changes
 * counts from the next request on.
 */
export function createAccounts(db: DatabaseSync, now: () => number = Date.now) {
  return { ...createUsers(db, now), ...createSessions(db, now), ...createAccessTokens(db, now) };
}

function createUsers(db: DatabaseSync, now: () => number) {
  const one = (where: string, value: string): User | null => {
    const row = db.prepare(`select ${userColumns} from users where ${where} = ?`).get(value);
    return row ? userSchema.parse(row) : null;
  };
  return {
    listUsers: (): User[] =>
      db
        .prepare(
          `select ${userColumns} from users where removed_at is null order by created_at, login`,
        )
        .all()
        .map(readUser),
    /** Somebody who was removed is still found here, to be named. */
    getUser: (id: string) => one("id", id),
    /** Whether somebody may still come in. */
    isUser: (id: string): boolean =>
      db.prepare("select 1 from users where removed_at is null and id = ?").get(id) !== undefined,
    getUserByLogin: (login: string) => one("removed_at is null and login", login),
    getPasswordHash(login: string): string | null {
      const row = db
        .prepare("select password from users where removed_at is null and login = ?")
        .get(login);
      return row ? passwordSchema.parse(row).password : null;
    },
    /** @throws {Error} when the login is taken. */
    createUser({ login, name, role, passwordHash }: NewUser): User {
      const id = createId("p");
      db.prepare(
        "insert into users(id, login, name, role, password, created_at) values(?, ?, ?, ?, ?, ?)",
      ).run(id, login, name, role, passwordHash, now());
      return { id, login, name, role, createdAt: now() };
    },
    /** A new password ends every session of the user. */
    setPasswordHash(id: string, passwordHash: string): void {
      db.prepare("update users set password = ? where id = ?").run(passwordHash, id);
      db.prepare("delete from sessions where user_id = ?").run(id);
    },
    setRole(id: string, role: User["role"]): void {
      db.prepare("update users set role = ? where id = ?").run(role, id);
    },
    /** Lock somebody out for good. The name stays, because history tells who wrote what. */
    removeUser(id: string): void {
      db.prepare("delete from sessions where user_id = ?").run(id);
      db.prepare("update users set login = id, password = '', removed_at = ? where id = ?").run(
        now(),
        id,
      );
    },
  };
}

function createSessions(db: DatabaseSync, now: () => number) {
  return {
    /** Log a user in; the answer is the secret for the cookie, which is stored nowhere. */
    createSession(userId: string): string {
      const secret = createBearer("st");
      db.prepare("delete from sessions where expires_at <= ?").run(now());
      db.prepare(
        "insert into sessions(hash, user_id, created_at, expires_at) values(?, ?, ?, ?)",
      ).run(hashBearer(secret), userId, now(), now() + sessionLife);
      return secret;
    },
    /** The session's user. A session in use lives on: it is renewed once half its 30 days are over. */
    findSession(secret: string): User | null {
      const hash = hashBearer(secret);
      const row = db.prepare("select user_id, expires_at from sessions where hash = ?").get(hash);
      if (!row) return null;
      const session = sessionSchema.parse(row);
      if (session.expires_at <= now()) return null;
      if (session.expires_at - now() < sessionLife / 2) {
        db.prepare("update sessions set expires_at = ? where hash = ?").run(
          now() + sessionLife,
          hash,
        );
      }
      const user = db.prepare(`select ${userColumns} from users where id = ?`).get(session.user_id);
      return user ? userSchema.parse(user) : null;
    },
    removeSession(secret: string): void {
      db.prepare("delete from sessions where hash = ?").run(hashBearer(secret));
    },
  };
}

function createAccessTokens(db: DatabaseSync, now: () => number) {
  return {
    /** Make a token for a program; `secret` is shown once and stored nowhere. */
    createAccessToken({ label, role, dataset }: NewAccessToken): AccessToken & { secret: string } {
      const token = { id: createId("si"), label, role, dataset, createdAt: now() };
      const secret = createBearer("sk");
      db.prepare(
        "insert into access_tokens(id, hash, label, role, dataset, created_at) values(?, ?, ?, ?, ?, ?)",
      ).run(token.id, hashBearer(secret), label, role, dataset, token.createdAt);
      return { ...token, secret };
    },
    listAccessTokens: (): AccessToken[] =>
      db
        .prepare(`select ${tokenColumns} from access_tokens order by created_at`)
        .all()
        .map(readAccessToken),
    findAccessToken(secret: string): AccessToken | null {
      const row = db
        .prepare(`select ${tokenColumns} from access_tokens where hash = ?`)
        .get(hashBearer(secret));
      return row ? accessTokenSchema.parse(row) : null;
    },
    getAccessToken(id: string): AccessToken | null {
      const row = db.prepare(`select ${tokenColumns} from access_tokens where id = ?`).get(id);
      return row ? accessTokenSchema.parse(row) : null;
    },
    /** Whether there was such a token. */
    revokeAccessToken: (id: string): boolean =>
      db.prepare("delete from access_tokens where id = ?").run(id).changes > 0,
  };
}

const readUser = (row: Record<string, SQLOutputValue>) => userSchema.parse(row);
const readAccessToken = (row: Record<string, SQLOutputValue>) => accessTokenSchema.parse(row);

function createId(prefix: "p" | "si"): string {
  return prefix + randomBytes(9).toString("base64url").replaceAll(/[-_]/g, "0");
}
