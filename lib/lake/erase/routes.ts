import { Hono } from "hono";
import { z } from "zod";

import { type Identity, type LakeEnv, requirePermission } from "#lake/auth/identity.ts";
import type { Lake } from "#lake/lake.ts";
import { readJson } from "#lake/read-json.ts";
import { requireDataset } from "#lake/require-dataset.ts";

import { erase } from "./erase.ts";

const timeSchema = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform((text) => new Date(text).toISOString());

const selectionSchema = z.union([
  z.strictObject({ ids: z.array(z.string().min(1)).min(1).max(1000) }),
  z.strictObject({ type: z.string().min(1), before: timeSchema }),
]);

const bodySchema = z.object({ selection: selectionSchema, dryRun: z.boolean().default(false) });

/**
 * `POST /data/erase/:dataset` with `{"selection": {"ids": […]} | {"type", "before"}, "dryRun"?}`: documents for
 * good, their history included. For administrators, and for the site, which keeps the promised time limits.
 */
export function eraseRoutes(lake: Lake): Hono<LakeEnv> {
  return new Hono<LakeEnv>().post("/data/erase/:dataset", async (c) => {
    const identity = requireRight(c.get("identity"));
    const dataset = requireDataset(lake.store, c.req.param("dataset"));
    const { selection, dryRun } = await readJson(c, bodySchema);
    const erasure = await erase(lake, { dataset, selection, identity, dryRun });
    if (!dryRun && erasure.ids.length > 0) {
      const subject = erasure.ids.join(" ");
      lake.audit.record({ event: "access", change: `erase by ${identity.id}`, subject });
    }
    return c.json(erasure);
  });
}

function requireRight(identity: Identity): NonNullable<Identity> {
  return identity?.kind === "site" ? identity : requirePermission(identity, "manage");
}
