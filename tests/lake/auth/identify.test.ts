import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type AccessLake, openAccessLake } from "../access-lake.ts";

let site: AccessLake;
beforeAll(async () => {
  site = await openAccessLake();
  await site.lake.store.write(() => site.lake.store.createDataset("staging"));
});
afterAll(() => site.close());

const create = (headers: Record<string, string>, id: string, dataset = "production") =>
  site.send(`/v2025-02-19/data/mutate/${dataset}`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ mutations: [{ create: { _id: id, _type: "note" } }] }),
  });

describe("a bearer token", () => {
  it.each(["/vX/users/me", "/vX/data/query/production?query=1", "/vX/projects/yiwen"])(
    "is refused at %s when nobody has it",
    async (path) => {
      const response = await site.send(path, { headers: { authorization: "Bearer sknobody" } });
      expect(response.status).toBe(401);
    },
  );

  it("of the site writes as an editor", async () => {
    const response = await create({ authorization: "Bearer site-token-of-the-test" }, "by-site");
    expect(response.status).toBe(200);
  });

  it.each([
    { role: "administrator", published: 200, draft: 200 },
    { role: "editor", published: 200, draft: 200 },
    { role: "contributor", published: 403, draft: 200 },
    { role: "viewer", published: 403, draft: 403 },
  ] as const)("of a $role writes what the role may", async ({ role, published, draft }) => {
    const headers = site.tokenFor(role);
    expect((await create(headers, `${role}-1`)).status).toBe(published);
    expect((await create(headers, `drafts.${role}-1`)).status).toBe(draft);
  });

  it("names the missing permission as Sanity does", async () => {
    const response = await create(site.tokenFor("viewer"), "refused");
    expect(await response.json()).toMatchObject({
      error: {
        type: "mutationError",
        items: [
          { error: { type: "insufficientPermissionsError", permission: "create", id: "refused" } },
        ],
      },
    });
  });

  it("for one dataset is a stranger's in another", async () => {
    const headers = site.tokenFor("editor", "staging");
    expect((await create(headers, "here", "staging")).status).toBe(200);
    expect((await create(headers, "there")).status).toBe(401);
  });

  it("for one dataset neither makes another nor hides it", async () => {
    const headers = {
      ...site.tokenFor("administrator", "staging"),
      "content-type": "application/json",
    };
    const body = JSON.stringify({ aclMode: "private" });
    for (const [method, path] of [
      ["PATCH", "/vX/datasets/production"],
      ["PATCH", "/vX/projects/yiwen/datasets/production"],
      ["PUT", "/vX/datasets/another"],
    ] as const) {
      const response = await site.send(path, { method, headers, body });
      expect(response.status, `${method} ${path}`).toBe(401);
    }
  });

  it("stops counting the moment it is revoked", async () => {
    const { accounts } = site.lake.access;
    const { id, secret } = accounts.createAccessToken({
      label: "x",
      role: "editor",
      dataset: null,
    });
    const headers = { authorization: `Bearer ${secret}` };
    expect((await create(headers, "before")).status).toBe(200);
    accounts.revokeAccessToken(id);
    expect((await create(headers, "after")).status).toBe(401);
  });

  it("is nowhere in the file, and neither is a password or a session", async () => {
    const { accounts } = site.lake.access;
    const { secret } = accounts.createAccessToken({ label: "y", role: "viewer", dataset: null });
    const user = accounts.createUser({
      login: "u",
      name: "U",
      role: "viewer",
      passwordHash: "scrypt$",
    });
    const session = accounts.createSession(user.id);
    const tables = ["users", "sessions", "access_tokens"].map((table) =>
      JSON.stringify(site.lake.store.db.prepare(`select * from ${table}`).all()),
    );
    for (const text of tables) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(session);
    }
  });
});
