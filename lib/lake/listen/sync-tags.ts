import { createHash } from "node:crypto";

import { publishedId } from "#lake/document.ts";
import type { Change } from "#lake/store.ts";

/**
 * Name what an answer depends on, in the form of Sanity's sync tags.
 *
 * A query's answer carries the tags of what it read: its documents, its types, or the dataset when
 * it could be anything. A change carries the tags of its document, its type and its dataset, so
 * that whoever holds one of them asks again.
 */
export const syncTag = {
  dataset: (dataset: string) => tag([dataset]),
  type: (dataset: string, type: string) => tag([dataset, "type", type]),
  document: (dataset: string, id: string) => tag([dataset, "id", publishedId(id)]),
};

/** A document that changed; of a change long past its states are not known. */
export type Touched = Pick<Change, "id"> & Partial<Pick<Change, "before" | "after">>;

/** List the tags of everything that may read differently after a change. Every answer carries its dataset's. */
export function listSyncTags(dataset: string, { id, before, after }: Touched): string[] {
  const types = [before, after].flatMap((document) => (document ? [document._type] : []));
  return [
    syncTag.dataset(dataset),
    ...types.map((type) => syncTag.type(dataset, type)),
    syncTag.document(dataset, id),
  ];
}

function tag(parts: readonly string[]): string {
  const digest = createHash("sha256").update(parts.join("\n")).digest("base64url");
  return `s1:${digest.slice(0, 12)}`;
}
