import { Hono } from "hono";

import type { LakeEnv } from "./auth/identity.ts";
import type { Lake } from "./lake.ts";

/** The lake's own version, told by `/status`. */
const version = "0.1.0";

/** `GET /status`: whether the lake answers, and which database it speaks for. */
export function statusRoutes({ store }: Lake): Hono<LakeEnv> {
  return new Hono<LakeEnv>().get("/status", (c) =>
    c.json({ status: "ok", version, datasetId: store.datasetId }),
  );
}
