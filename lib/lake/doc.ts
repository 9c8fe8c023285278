import { Hono } from "hono";

import type { LakeEnv } from "./auth/identity.ts";
import { type Document, isPrivateId } from "./document.ts";
import type { Lake } from "./lake.ts";
import { requireDataset } from "./require-dataset.ts";

type Omitted = { id: string; reason: "existence" | "permission" };

/** `GET /data/doc/:dataset/:ids`: documents by id as they are stored, perspectives aside. */
export function docRoutes({ store }: Lake): Hono<LakeEnv> {
  return new Hono<LakeEnv>().get("/data/doc/:dataset/:ids", (c) => {
    const { ids } = c.req.param();
    const dataset = requireDataset(store, c.req.param("dataset"));
    const isStranger = c.get("identity") === null;
    const documents: Document[] = [];
    const omitted: Omitted[] = [];
    for (const id of new Set(ids.split(","))) {
      const isHidden = isStranger && isPrivateId(id);
      const document = isHidden ? null : store.getDocument(dataset, id);
      if (document) documents.push(document);
      else omitted.push({ id, reason: isHidden ? "permission" : "existence" });
    }
    return c.json(c.req.query("excludeContent") === "true" ? { omitted } : { documents, omitted });
  });
}
