import { HttpError } from "#lake/errors.ts";
import type { Store } from "#lake/store.ts";

/** @throws {HttpError} 404 when there is no such dataset. */
export function requireDataset(store: Store, dataset: string): string {
  if (store.hasDataset(dataset)) return dataset;
  throw new HttpError(404, "datasetNotFoundError", `Dataset "${dataset}" not found`);
}
