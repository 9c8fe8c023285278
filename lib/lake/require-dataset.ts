import type { MiddlewareHandler } from "hono";

import { datasetInPath } from "#lake/auth/identify.ts";
import { type Identity, type LakeEnv, unauthorized } from "#lake/auth/identity.ts";
import { HttpError } from "#lake/errors.ts";
import type { Store } from "#lake/store.ts";

/** @throws {HttpError} 404 when there is no such dataset. */
export function requireDataset(store: Store, dataset: string): string {
  if (store.hasDataset(dataset)) return dataset;
  throw new HttpError(404, "datasetNotFoundError", `Dataset "${dataset}" not found`);
}

/** Whether this is a stranger before a private dataset. */
export function isHiddenFrom(store: Store, dataset: string, identity: Identity): boolean {
  return identity === null && store.isPrivate(dataset);
}

/** @throws {HttpError} 401 when the dataset is hidden from who asks. */
export function refuseHidden(store: Store, dataset: string, identity: Identity): void {
  if (isHiddenFrom(store, dataset, identity))
    throw unauthorized(
      `Unauthorized - The dataset "${dataset}" is private: log in or send a token`,
    );
}

/** Refuse a stranger at every address of a private dataset, whatever stands behind it. */
export function hidePrivateDatasets({ store }: { store: Store }): MiddlewareHandler<LakeEnv> {
  return async (c, next) => {
    const dataset = datasetInPath(c.req.path);
    if (dataset !== undefined) refuseHidden(store, dataset, c.get("identity"));
    await next();
  };
}
