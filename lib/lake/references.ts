import { Hono } from "hono";

import { type LakeEnv, requireIdentity } from "./auth/identity.ts";
import type { Lake } from "./lake.ts";
import { requireDataset } from "./require-dataset.ts";
import { listReferrers } from "./transaction/references.ts";

/**
 * `GET /data/references/:dataset/documents/:id/to`: who refers to a document.
 *
 * The Studio asks with `excludeInternalReferences`: it finds those of this dataset by a query, and
 * a lake holds no references from elsewhere.
 */
export function referenceRoutes({ store, settings }: Lake): Hono<LakeEnv> {
  return new Hono<LakeEnv>().get("/data/references/:dataset/documents/:id/to", (c) => {
    requireIdentity(c.get("identity"));
    const dataset = requireDataset(store, c.req.param("dataset"));
    const isExternalOnly = c.req.query("excludeInternalReferences") === "true";
    const referrers = isExternalOnly ? [] : listReferrers(store, dataset, c.req.param("id"));
    const { projectId } = settings;
    const references = referrers.map((documentId) => ({
      projectId,
      datasetName: dataset,
      documentId,
    }));
    return c.json({ totalCount: references.length, references });
  });
}
