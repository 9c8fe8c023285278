import { z } from "zod";

import { type Document, draftId, publishedId, releaseDocumentId } from "#lake/document.ts";
import { getLastRevision } from "#lake/history/revisions.ts";
import { momentSchema } from "#lake/moment.ts";
import { attributesSchema, operationsSchema, pathsOf } from "#lake/transaction/mutations.ts";
import type { Transaction } from "#lake/transaction/transaction.ts";

import {
  action,
  copyOf,
  isMarkedForDeletion,
  mustGet,
  publishVersion,
  refuseAction,
} from "./action.ts";

const releaseSchema = z.object({ releaseId: z.string().regex(/^[\w-]+$/) });

/** The actions on releases: what is published together. */
export const releaseActions = {
  "sanity.action.release.create": action(
    releaseSchema.extend({ metadata: z.record(z.string(), z.unknown()).default({}) }),
    (transaction, { releaseId, metadata }) => {
      transaction.create({
        _id: releaseDocumentId(releaseId),
        _type: "system.release",
        name: releaseId,
        state: "active",
        userId: transaction.context.identity?.id,
        metadata: { releaseType: "undecided", ...metadata },
      });
    },
  ),
  "sanity.action.release.import": action(
    releaseSchema.extend({
      attributes: attributesSchema.optional(),
      document: attributesSchema.optional(),
      ifExists: z.enum(["fail", "ignore", "replace"]).default("fail"),
    }),
    (transaction, { releaseId, attributes, document, ifExists }) => {
      const release = { ...attributes, ...document, _type: "system.release" };
      const imported = { ...release, _id: releaseDocumentId(releaseId), name: releaseId };
      if (ifExists === "ignore" && transaction.exists(imported._id)) return;
      if (ifExists === "replace") transaction.createOrReplace(imported);
      else transaction.create(imported);
    },
  ),
  "sanity.action.release.edit": action(
    releaseSchema.extend({ patch: operationsSchema }),
    (transaction, { releaseId, patch }) => {
      const release = mustBe(transaction, releaseId, ["active", "scheduled"]);
      const other = pathsOf(patch).find((path) => !/^metadata(?![^.[])/.test(path));
      if (other !== undefined)
        throw refuseAction(`A release is edited in its metadata only, not in "${other}"`);
      transaction.patch(release._id, patch);
    },
  ),
  "sanity.action.release.publish": action(releaseSchema, (transaction, { releaseId }) => {
    publishRelease(transaction, releaseId);
  }),
  "sanity.action.release.schedule": action(
    releaseSchema.extend({ publishAt: momentSchema }),
    (transaction, { releaseId, publishAt }) => {
      const release = mustBe(transaction, releaseId, ["active", "scheduled"]);
      const set = { state: "scheduled", publishAt, "metadata.intendedPublishAt": publishAt };
      transaction.patch(release._id, { set, unset: ["error"] });
    },
  ),
  "sanity.action.release.unschedule": action(releaseSchema, (transaction, { releaseId }) => {
    const release = mustBe(transaction, releaseId, ["scheduled"]);
    transaction.patch(release._id, { set: { state: "active" }, unset: ["publishAt"] });
  }),
  "sanity.action.release.archive": action(releaseSchema, (transaction, { releaseId }) => {
    const release = mustBe(transaction, releaseId, ["active"]);
    const versions = listVersions(transaction, releaseId);
    for (const { _id } of versions) transaction.delete(_id);
    const set = { state: "archived", finalDocumentStates: finalStates(versions) };
    transaction.patch(release._id, { set });
  }),
  "sanity.action.release.unarchive": action(releaseSchema, (transaction, { releaseId }) => {
    const release = mustBe(transaction, releaseId, ["archived"]);
    for (const id of archivedIds(release)) restoreVersion(transaction, id);
    transaction.patch(release._id, { set: { state: "active" }, unset: ["finalDocumentStates"] });
  }),
  "sanity.action.release.delete": action(releaseSchema, (transaction, { releaseId }) => {
    const release = mustBe(transaction, releaseId, ["archived", "published"]);
    for (const { _id } of listVersions(transaction, releaseId)) transaction.delete(_id);
    transaction.delete(release._id);
  }),
};

/** Publish every version of a release; those marked for it are unpublished. */
export function publishRelease(transaction: Transaction, releaseId: string): void {
  const release = mustBe(transaction, releaseId, ["active", "scheduled"]);
  const versions = listVersions(transaction, releaseId);
  for (const version of versions) {
    if (isMarkedForDeletion(version)) keepAsDraft(transaction, publishedId(version._id));
    publishVersion(transaction, version._id, publishedId(version._id));
  }
  const publishedAt = transaction.context.timestamp;
  const set = { state: "published", publishedAt, finalDocumentStates: finalStates(versions) };
  transaction.patch(release._id, { set, unset: ["publishAt", "error"] });
}

/** What is unpublished stays with the editors. */
function keepAsDraft(transaction: Transaction, id: string): void {
  const published = transaction.get(id);
  if (published && !transaction.exists(draftId(id))) {
    transaction.create(copyOf(published, draftId(id)));
  }
}

function restoreVersion(transaction: Transaction, id: string): void {
  const { store, dataset } = transaction.context;
  const last = getLastRevision(store, dataset, id);
  if (last) transaction.createOrReplace({ ...last, _id: id });
}

const finalStatesSchema = z.array(z.object({ id: z.string() })).catch([]);

function archivedIds(release: Document): string[] {
  return finalStatesSchema.parse(release["finalDocumentStates"]).map(({ id }) => id);
}

function finalStates(versions: readonly Document[]): { _key: string; id: string }[] {
  return versions.map(({ _id }) => ({ _key: publishedId(_id), id: _id }));
}

function listVersions(transaction: Transaction, releaseId: string): Document[] {
  return transaction.list(`versions.${releaseId}.`);
}

function mustBe(transaction: Transaction, releaseId: string, states: readonly string[]): Document {
  const release = mustGet(transaction, releaseDocumentId(releaseId));
  const state = String(release["state"]);
  if (states.includes(state)) return release;
  throw refuseAction(`The release "${releaseId}" is ${state}; it must be ${states.join(" or ")}`);
}
