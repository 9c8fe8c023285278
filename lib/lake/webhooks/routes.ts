import { Hono } from "hono";
import { z } from "zod";

import { type LakeEnv, requireIdentity } from "#lake/auth/identity.ts";
import { HttpError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import { check } from "#lake/read-json.ts";

import { listLog } from "./deliveries.ts";

const logQuerySchema = z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) });

/** `GET /hooks/projects/:project[/:hook/messages]`: the webhooks and how their messages fared. */
export function webhookRoutes({ store, settings }: Lake): Hono<LakeEnv> {
  const app = new Hono<LakeEnv>();
  app.use("/hooks/*", async (c, next) => {
    const { roles } = requireIdentity(c.get("identity"));
    if (!roles.some((role) => role === "administrator" || role === "editor")) {
      throw new HttpError(403, "insufficientPermissionsError", "Only editors see webhooks");
    }
    await next();
  });
  app.get("/hooks/projects/:project", (c) =>
    c.json(
      settings.webhooks.map(({ name, url, dataset, filter, projection }) => ({
        id: name,
        type: "document",
        projectId: settings.projectId,
        name,
        url,
        dataset,
        rule: { on: ["create", "update", "delete"], filter, projection },
        isDisabled: false,
      })),
    ),
  );
  app.get("/hooks/projects/:project/:hook/messages", (c) => {
    const { limit } = check(c.req.query(), logQuerySchema);
    return c.json(listLog(store, c.req.param("hook"), limit));
  });
  return app;
}
