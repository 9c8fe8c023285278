import { Hono, type Context } from "hono";
import { z } from "zod";

import type { Identity, LakeEnv } from "#lake/auth/identity.ts";
import { HttpError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import { syncTag } from "#lake/listen/sync-tags.ts";
import { readJson, readParams } from "#lake/read-json.ts";

const bodySchema = z.object({
  query: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
});

type Body = z.infer<typeof bodySchema>;

/**
 * The perspective of a request that names none.
 *
 * Sanity changed it with API version 2025-02-19; `vX` is the newest.
 */
function defaultPerspective(path: string): "raw" | "published" {
  const version = /\/v([\dX][\dX-]*)\//.exec(path)?.[1] ?? "1";
  return version === "X" || version >= "2025-02-19" ? "published" : "raw";
}

/** Put the answer together around a result that is JSON already, and may be large. */
function envelope(result: Uint8Array, fields: Record<string, unknown>): Uint8Array<ArrayBuffer> {
  const tail = JSON.stringify(fields).slice(1);
  return Buffer.concat([Buffer.from('{"result":'), result, Buffer.from(`,${tail}`)]);
}

/** Who may write may ask a dataset that nobody has written to yet; to a stranger it does not exist. */
function requireDataset({ store }: Lake, dataset: string, identity: Identity): void {
  if (identity !== null || store.hasDataset(dataset)) return;
  throw new HttpError(404, "datasetNotFoundError", `Dataset "${dataset}" not found`);
}

async function answer(lake: Lake, c: Context<LakeEnv>, { query, params }: Body): Promise<Response> {
  const dataset = c.req.param("dataset") ?? "";
  if (query.trim() === "")
    throw new HttpError(400, "queryParseError", "The query is empty", {
      details: { query, start: 0, end: 0 },
    });
  requireDataset(lake, dataset, c.get("identity"));
  const start = performance.now();
  const perspective = c.req.query("perspective") ?? defaultPerspective(c.req.path);
  const result = await lake.queries.answer({
    dataset,
    query,
    params,
    perspective,
    identity: c.get("identity"),
  });
  const ms = Math.round(performance.now() - start);
  const echo = c.req.query("returnQuery") === "false" ? {} : { query };
  return c.body(envelope(result, { ...echo, syncTags: [syncTag.dataset(dataset)], ms }), 200, {
    "content-type": "application/json; charset=utf-8",
  });
}

/**
 * `GET|POST /data/query/:dataset`.
 *
 * Parameters are `$name=<JSON>`, or `params` of a posted body. `tag` and `resultSourceMap` change nothing: there are
 * no source maps here.
 */
export function queryRoutes(lake: Lake): Hono<LakeEnv> {
  return new Hono<LakeEnv>()
    .get("/data/query/:dataset", (c) => {
      const given = c.req.query();
      return answer(lake, c, { query: given["query"] ?? "", params: readParams(given) });
    })
    .post("/data/query/:dataset", async (c) => answer(lake, c, await readJson(c, bodySchema)));
}
