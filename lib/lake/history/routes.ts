import { Hono } from "hono";
import { z } from "zod";

import { type LakeEnv, requireIdentity } from "#lake/auth/identity.ts";
import type { Document } from "#lake/document.ts";
import type { Lake } from "#lake/lake.ts";
import { momentSchema } from "#lake/moment.ts";
import { check } from "#lake/read-json.ts";
import type { Store } from "#lake/store.ts";

import { listDocumentEvents } from "./document-events.ts";
import { listReleaseEvents } from "./release-events.ts";
import {
  findRevisionSequence,
  findSequenceAt,
  getDocumentAt,
  getLastRevision,
} from "./revisions.ts";
import { listTransactions, transactionsQuerySchema } from "./transactions.ts";

const pointSchema = z
  .object({
    revision: z.string().optional(),
    time: momentSchema.optional(),
    lastRevision: z.enum(["true", "false"]).optional(),
  })
  .refine(
    ({ revision, time, lastRevision }) =>
      [revision, time, lastRevision === "true" || undefined].filter((one) => one !== undefined)
        .length <= 1,
    "only one of revision, time and lastRevision can be asked for",
  );
type Point = z.infer<typeof pointSchema>;

const eventsQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  nextCursor: z.coerce.number().int().default(Number.MAX_SAFE_INTEGER),
});

/** `GET /data/history/…`: what was, for those who are logged in. */
export function historyRoutes({ store }: Lake): Hono<LakeEnv> {
  const app = new Hono<LakeEnv>();
  app.use("/data/history/*", async (c, next) => {
    requireIdentity(c.get("identity"));
    await next();
  });
  app.get("/data/history/:dataset/transactions/:ids", (c) => {
    const { dataset, ids } = c.req.param();
    const query = check(c.req.query(), transactionsQuerySchema);
    const lines = listTransactions(store, dataset, ids.split(","), query);
    const body = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    return c.body(body, 200, { "content-type": "application/x-ndjson" });
  });
  app.get("/data/history/:dataset/documents/:ids", (c) => {
    const { dataset, ids } = c.req.param();
    const moment = check(c.req.query(), pointSchema);
    const documents = ids
      .split(",")
      .map((id) => getDocumentAtMoment(store, dataset, id, moment))
      .filter((document) => document !== null);
    return c.json({ documents });
  });
  app.get("/data/history/:dataset/events/documents/:id", (c) => {
    const { dataset, id } = c.req.param();
    const { limit, nextCursor: cursor } = check(c.req.query(), eventsQuerySchema);
    const { events, nextCursor } = listDocumentEvents(store, dataset, id, { limit, cursor });
    return c.json({ events: { [id]: events }, nextCursor });
  });
  app.get("/data/history/:dataset/events/releases/:id", (c) => {
    const { dataset, id } = c.req.param();
    return c.json({ events: listReleaseEvents(store, dataset, id), nextCursor: "" });
  });
  return app;
}

function getDocumentAtMoment(
  store: Store,
  dataset: string,
  id: string,
  { revision, time, lastRevision }: Point,
): Document | null {
  if (lastRevision === "true") return getLastRevision(store, dataset, id);
  if (revision === undefined) {
    const at = findSequenceAt(store, dataset, time ?? new Date().toISOString());
    return getDocumentAt(store, dataset, id, at);
  }
  const sequence = findRevisionSequence(store, dataset, revision);
  return sequence === null ? null : getDocumentAt(store, dataset, id, sequence);
}
