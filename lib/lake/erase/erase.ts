import type { Identity } from "#lake/auth/identity.ts";
import { HttpError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import type { Store } from "#lake/store.ts";
import { carryOut } from "#lake/transaction/commit.ts";

import { requestScrub } from "./scrub.ts";
import { type Selection, listEditions, select } from "./select.ts";

/** What was erased, by published id; `refused` are documents that others still refer to. */
export type Erasure = {
  ids: string[];
  revisions: number;
  deliveries: number;
  refused: { id: string; reason: string }[];
};

type Request = { dataset: string; selection: Selection; identity: Identity; dryRun: boolean };

const atOnce = 100;
const erasedBefore = "(rev is null and revert = '[]')";

/**
 * Erase documents for good: what is stored, drafts and versions, the whole history, and what waits for
 * or was told to webhooks. Only that there was a document of this id stays known.
 *
 * Asking again is no mistake. Assets and backups are left alone.
 */
export async function erase(lake: Lake, request: Request): Promise<Erasure> {
  const { store } = lake;
  const { dataset, selection, dryRun } = request;
  const ids = await select(store, dataset, selection);
  const done: Erasure = { ids: [], revisions: 0, deliveries: 0, refused: [] };
  if (dryRun) return { ...done, ids: ids.filter((id) => isRemembered(store, dataset, id)) };
  for (let start = 0; start < ids.length; start += atOnce) {
    const batch = ids.slice(start, start + atOnce);
    // oxlint-disable-next-line no-await-in-loop -- each batch is one commit; others get their turn between
    const results = await Promise.all(batch.map((id) => eraseOne(lake, request, id)));
    for (const result of results) add(done, result);
  }
  await store.write(() => requestScrub(store));
  return done;
}

type Result = Pick<Erasure, "revisions" | "deliveries"> & { id: string; reason: string | null };

function add(done: Erasure, { id, reason, revisions, deliveries }: Result): void {
  if (reason !== null) {
    done.refused.push({ id, reason });
    return;
  }
  if (revisions > 0) done.ids.push(id);
  done.revisions += revisions;
  done.deliveries += deliveries;
}

async function eraseOne(lake: Lake, request: Request, id: string): Promise<Result> {
  const { store } = lake;
  const { dataset, identity } = request;
  const nothing = { id, revisions: 0, deliveries: 0 };
  try {
    return await store.write((emit) => {
      const editions = listEditions(store, dataset, id);
      const forgotten = forget(store, dataset, editions);
      if (editions.some((edition) => store.getDocument(dataset, edition) !== null)) {
        const transaction = {
          dataset,
          identity,
          transactionId: undefined,
          content: null,
          dryRun: false,
        };
        carryOut(
          lake,
          transaction,
          (work) => editions.map((edition) => work.delete(edition, true)),
          emit,
        );
      }
      return { ...forgotten, id, reason: null };
    });
  } catch (error) {
    if (error instanceof HttpError && error.status === 409) {
      return { ...nothing, reason: error.message };
    }
    throw error;
  }
}

/** Whether there is anything of a document to erase. */
function isRemembered(store: Store, dataset: string, id: string): boolean {
  const row = store
    .prepare(
      `select 1 from revisions where dataset = ? and document_id in (select value from json_each(?))
         and not ${erasedBefore} limit 1`,
    )
    .get(dataset, JSON.stringify(listEditions(store, dataset, id)));
  return row !== undefined;
}

function forget(store: Store, dataset: string, editions: readonly string[]) {
  const wanted = JSON.stringify(editions);
  const these = "dataset = ? and document_id in (select value from json_each(?))";
  // A digest is made from what was sent; with the content known in part, the rest could be tried out.
  store
    .prepare(
      `update transactions set digest = 'erased' where digest <> '' and seq in (
         select transaction_seq from revisions where ${these})`,
    )
    .run(dataset, wanted);
  // What an earlier erasure left, that there was a delete, says nothing any more and stays.
  const { changes: revisions } = store
    .prepare(`delete from revisions where ${these} and not ${erasedBefore}`)
    .run(dataset, wanted);
  const { changes: deliveries } = store
    .prepare(`delete from webhook_deliveries where ${these}`)
    .run(dataset, wanted);
  return { revisions: Number(revisions), deliveries: Number(deliveries) };
}
