import { Hono } from "hono";
import { z } from "zod";

import { type LakeEnv, requireIdentity } from "#lake/auth/identity.ts";
import { HttpError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import { readJson } from "#lake/read-json.ts";

const pairsSchema = z
  .array(z.object({ key: z.string().min(1).max(500), value: z.json() }))
  .max(100);
const mostKeys = 500;
const mostBytes = 64 * 1024;

/** What the Studio remembers for each editor, such as recent searches: `/users/me/keyvalue`. */
export function keyvalueRoutes({ store }: Pick<Lake, "store">): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();

  routes.get("/users/me/keyvalue/:keys", (c) => {
    const { id } = requireIdentity(c.get("identity"));
    const read = store.prepare("select value from user_values where user_id = ? and key = ?");
    const keys = c.req.param("keys").split(",").slice(0, 100);
    const pairs = keys.map((key) => {
      const row = read.get(id, key);
      const value: unknown = row ? JSON.parse(String(row["value"])) : null;
      return { key, value };
    });
    return c.json(pairs);
  });

  routes.put("/users/me/keyvalue", async (c) => {
    const { id } = requireIdentity(c.get("identity"));
    const pairs = await readJson(c, pairsSchema);
    await store.write(() => {
      for (const { key, value } of pairs) keep(store, id, key, JSON.stringify(value));
    });
    return c.json(pairs);
  });
  return routes;
}

function keep(store: Lake["store"], user: string, key: string, value: string): void {
  if (value.length > mostBytes) {
    throw new HttpError(
      413,
      "payloadTooLarge",
      `The value of "${key}" is longer than ${mostBytes}`,
    );
  }
  const count = store.prepare("select count(*) as n from user_values where user_id = ?").get(user);
  if (Number(count?.["n"] ?? 0) >= mostKeys) {
    // The oldest is unknown; any other key may go, they are conveniences.
    store
      .prepare(
        "delete from user_values where user_id = ?1 and key = (select key from user_values where user_id = ?1 and key <> ?2 limit 1)",
      )
      .run(user, key);
  }
  store
    .prepare(
      "insert into user_values(user_id, key, value) values(?, ?, ?) on conflict(user_id, key) do update set value = excluded.value",
    )
    .run(user, key, value);
}
