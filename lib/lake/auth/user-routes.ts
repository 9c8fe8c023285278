import { Hono } from "hono";

import type { Accounts } from "#lake/auth/accounts.ts";
import { type Identity, type LakeEnv, requireIdentity } from "#lake/auth/identity.ts";
import { type RoleName, describeRole } from "#lake/auth/roles.ts";
import type { Lake } from "#lake/lake.ts";

type Profile = {
  id: string;
  name: string;
  login: string | null;
  role: RoleName;
  createdAt: number;
};

/** Who is who: `/users/me` and `/users/:ids`. */
export function userRoutes({ access }: Pick<Lake, "access">): Hono<LakeEnv> {
  const { accounts } = access;
  const routes = new Hono<LakeEnv>();

  // A stranger is answered {} with 200, see /auth/id.
  routes.get("/users/me", (c) => {
    const identity = c.get("identity");
    const profile = identity && findProfile(accounts, identity.id);
    return c.json(profile ? presentSelf(profile) : {});
  });

  // Several ids answer a list, one id one user; ids that nobody has are left out.
  routes.get("/users/:ids", (c) => {
    const identity = requireIdentity(c.get("identity"));
    const ids = c.req.param("ids").split(",").slice(0, 200);
    const users = ids
      .map((id) => findProfile(accounts, id))
      .filter((profile) => profile !== null)
      .map((profile) => present(profile, identity));
    return c.json(ids.length === 1 ? (users[0] ?? []) : users);
  });
  return routes;
}

/** Everybody who may log in, as the project lists its members. */
export function listMembers(accounts: Accounts, identity: Identity) {
  return accounts.listUsers().map(({ id, role }) => ({
    id,
    isCurrentUser: id === identity?.id,
    isRobot: false,
    role,
    roles: [describeRole(role)],
  }));
}

function findProfile(accounts: Accounts, id: string): Profile | null {
  if (id === "site") return { id, name: "Site", login: null, role: "editor", createdAt: 0 };
  const user = accounts.getUser(id);
  if (user) return user;
  const token = accounts.getAccessToken(id);
  return (
    token && { id, name: token.label, login: null, role: token.role, createdAt: token.createdAt }
  );
}

function presentSelf({ id, name, login, role }: Profile) {
  return {
    id,
    name,
    email: asEmail(login),
    role,
    roles: [describeRole(role)],
    profileImage: null,
    provider: "yiwen",
  };
}

function present({ id, name, login, role, createdAt }: Profile, identity: NonNullable<Identity>) {
  const created = new Date(createdAt).toISOString();
  return {
    id,
    sanityUserId: id,
    displayName: name,
    name,
    familyName: null,
    givenName: name,
    middleName: null,
    imageUrl: null,
    email: asEmail(login),
    role,
    roles: [describeRole(role)],
    isCurrentUser: id === identity.id,
    isRobot: login === null,
    provider: "yiwen",
    createdAt: created,
    updatedAt: created,
  };
}

function asEmail(login: string | null): string {
  return login?.includes("@") ? login : "";
}
