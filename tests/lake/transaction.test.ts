import * as fc from "fast-check";
import { applyPatch as applyEffects } from "mendoza";
import { describe, expect, it } from "vitest";

import { type Identity, authorizeWrite } from "../../lib/lake/auth/identity.ts";
import type { Document } from "../../lib/lake/document.ts";
import { HttpError } from "../../lib/lake/errors.ts";
import { findRevisionSequence, getDocumentAt } from "../../lib/lake/history/revisions.ts";
import { Store } from "../../lib/lake/store.ts";
import { transact } from "../../lib/lake/transaction/commit.ts";
import { listReferences } from "../../lib/lake/transaction/references.ts";
import type { Transaction } from "../../lib/lake/transaction/transaction.ts";

const editor: Identity = {
  id: "editor-1",
  name: "林编辑",
  kind: "user",
  roles: ["administrator"],
  dataset: null,
};
const ids = ["a", "b", "drafts.a", "c"] as const;

type Step =
  | { kind: "put"; id: string; target: string; isWeak: boolean; text: string }
  | { kind: "patch"; id: string; target: string | null; n: number }
  | { kind: "delete"; id: string };

const id = fc.constantFrom(...ids);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("put" as const),
    id,
    target: id,
    isWeak: fc.boolean(),
    text: fc.string({ unit: "grapheme", maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant("patch" as const),
    id,
    target: fc.option(id),
    n: fc.integer({ min: -5, max: 5 }),
  }),
  fc.record({ kind: fc.constant("delete" as const), id }),
);
const transactions = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 });

function carryOut(transaction: Transaction, one: Step) {
  switch (one.kind) {
    case "put":
      return transaction.createOrReplace({
        _id: one.id,
        _type: "node",
        text: one.text,
        links: [{ _key: "l", _type: "reference", _ref: one.target, _weak: one.isWeak }],
      });
    case "patch":
      return transaction.patch(one.id, {
        inc: { n: one.n },
        setIfMissing: { n: 1 },
        ...(one.target ? { set: { next: { _type: "reference", _ref: one.target } } } : {}),
      });
    case "delete":
      return transaction.delete(one.id);
  }
}

async function run(store: Store, steps: readonly Step[]): Promise<string | null> {
  const request = {
    dataset: "production",
    transactionId: undefined,
    content: steps,
    identity: editor,
    dryRun: false,
  };
  const lake = { store, authorize: authorizeWrite };
  try {
    const outcome = await transact(lake, request, (tx) => steps.map((one) => carryOut(tx, one)));
    return outcome.transactionId;
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return null;
  }
}

const snapshot = (store: Store): (Document | null)[] =>
  ids.map((one) => store.getDocument("production", one));

function storedReferences(store: Store): string[] {
  return store
    .prepare("select source, target, weak from document_references order by source, target, weak")
    .all()
    .map((row) => `${String(row["source"])} ${String(row["target"])} ${String(row["weak"])}`);
}

function actualReferences(documents: readonly (Document | null)[]): string[] {
  return documents
    .flatMap((document) =>
      listReferences(document).map(
        ({ target, isWeak }) => `${document?._id} ${target} ${Number(isWeak)}`,
      ),
    )
    .toSorted();
}

describe("any sequence of transactions", () => {
  it("leaves a history that tells every state, and references that hold", async () => {
    await fc.assert(
      fc.asyncProperty(transactions, async (sequence) => {
        const store = new Store(":memory:");
        await store.write(() => store.createDataset("production"));
        const states: { id: string; documents: (Document | null)[] }[] = [];
        const followed = new Map<string, unknown>();
        store.onCommit(({ changes }) => {
          for (const { id: one, effects } of changes) {
            followed.set(one, applyEffects(followed.get(one) ?? null, effects.apply));
          }
        });
        for (const steps of sequence) {
          const before = snapshot(store);
          const transactionId = await run(store, steps);
          const after = snapshot(store);
          expect(transactionId === null ? after : before).toEqual(before);
          if (transactionId !== null) states.push({ id: transactionId, documents: after });
        }
        for (const { id: transactionId, documents } of states) {
          const at = findRevisionSequence(store, "production", transactionId);
          if (at === null) continue;
          const told = ids.map((one) => getDocumentAt(store, "production", one, at));
          expect(told).toEqual(documents);
        }
        const now = snapshot(store);
        expect(storedReferences(store)).toEqual(actualReferences(now));
        const existing = new Set(now.flatMap((document) => document?._id ?? []));
        const strong = now.flatMap((document) => listReferences(document)).filter((r) => !r.isWeak);
        expect(strong.filter(({ target }) => !existing.has(target))).toEqual([]);
        for (const [index, one] of ids.entries()) {
          const { _rev, ...content } = now[index] ?? {};
          expect(followed.get(one) ?? {}).toEqual(content);
        }
        await store.close();
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
