import { Hono } from "hono";
import { z } from "zod";

import { type Identity, type LakeEnv, identityIn, requireIdentity } from "#lake/auth/identity.ts";
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
  /** A token for one dataset sees that one's webhooks. */
  const visible = (identity: Identity) =>
    settings.webhooks.filter(({ dataset }) => identityIn(identity, dataset) !== null);
  app.get("/hooks/projects/:project", (c) =>
    c.json(
      visible(c.get("identity")).map(({ name, url, dataset, filter, projection }) => ({
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
    const { hook } = c.req.param();
    const isVisible = visible(c.get("identity")).some(({ name }) => name === hook);
    if (!isVisible) throw new HttpError(404, "notFoundError", `There is no webhook "${hook}"`);
    return c.json(listLog(store, hook, limit));
  });
  return app;
}
