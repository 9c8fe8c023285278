import { setImmediate as nextTurn } from "node:timers/promises";

import { type Document, draftId, publishedId } from "#lake/document.ts";
import { getLastRevision } from "#lake/history/revisions.ts";
import type { Store } from "#lake/store.ts";

/** What is to be erased: some documents by id, or all of a type that were made before a time (ISO 8601, UTC). */
export type Selection = { ids: readonly string[] } | { type: string; before: string };

const idsAtOnce = 1000;

/**
 * List the published ids of what a selection means, each once.
 *
 * By type it finds documents that are deleted too, as long as the history remembers them. Reads a few
 * at a time, so that a large history keeps nobody waiting.
 */
export async function select(
  store: Store,
  dataset: string,
  selection: Selection,
): Promise<string[]> {
  if ("ids" in selection) return [...new Set(selection.ids.map((id) => publishedId(id)))];
  const { type, before } = selection;
  const present = store
    .prepare("select id from documents where dataset = ? and type = ? and created_at < ?")
    .all(dataset, type, before)
    .map((row) => String(row["id"]));
  const isMeant = (document: Document | null) =>
    document?._type === type && document._createdAt < before;
  const gone = await listGone(store, dataset, isMeant);
  return [...new Set([...present, ...gone].map((id) => publishedId(id)))];
}

/** List every id under which a document, its draft and its versions are or were kept. */
export function listEditions(store: Store, dataset: string, id: string): string[] {
  const versions = store
    .prepare(
      `select distinct document_id from revisions
       where dataset = ? and document_id >= 'versions.' and document_id < 'versions/'
       and document_id like 'versions.%.' || ?`,
    )
    .all(dataset, id)
    .map((row) => String(row["document_id"]))
    .filter((version) => publishedId(version) === id);
  return [id, draftId(id), ...versions];
}

async function listGone(
  store: Store,
  dataset: string,
  isMeant: (document: Document | null) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  let after = "";
  for (;;) {
    const ids = listHistoric(store, dataset, after);
    const last = ids.at(-1);
    if (last === undefined) return found;
    const gone = ids.filter((id) => store.getDocument(dataset, id) === null);
    found.push(...gone.filter((id) => isMeant(getLastRevision(store, dataset, id))));
    after = last;
    // oxlint-disable-next-line no-await-in-loop -- the pause is what the loop is for
    await nextTurn();
  }
}

function listHistoric(store: Store, dataset: string, after: string): string[] {
  return store
    .prepare(
      "select distinct document_id from revisions where dataset = ? and document_id > ? order by document_id limit ?",
    )
    .all(dataset, after, idsAtOnce)
    .map((row) => String(row["document_id"]));
}
