import { z } from "zod";

import { publishedId as publishedIdOf, releaseDocumentId, releaseOf } from "#lake/document.ts";
import { attributesSchema } from "#lake/transaction/mutations.ts";
import type { Transaction } from "#lake/transaction/transaction.ts";

import { action, assertEdition, copyOf, mustGet, refuseAction } from "./action.ts";

const id = z.string().min(1);

/** The actions on versions: drafts and the documents of a release. */
export const versionActions = {
  "sanity.action.document.version.create": action(
    z.object({
      publishedId: id.optional(),
      document: attributesSchema.optional(),
      baseId: id.optional(),
      versionId: id.optional(),
      ifBaseRevisionId: z.string().nullish(),
      ifExists: z.enum(["fail", "ignore"]).default("fail"),
    }),
    (transaction, { publishedId, document, baseId, versionId, ifBaseRevisionId, ifExists }) => {
      const target = versionId ?? document?._id;
      if (!target) throw refuseAction("A version needs a document._id or a versionId");
      assertEdition(target, publishedId);
      assertOpen(transaction, target);
      if (ifExists === "ignore" && transaction.get(target)) return;
      if (document) {
        transaction.create({ ...document, _id: target });
        return;
      }
      if (!baseId) throw refuseAction("A version needs a document or a baseId");
      if (ifBaseRevisionId) transaction.assertRevision(baseId, ifBaseRevisionId);
      transaction.create(copyOf(mustGet(transaction, baseId), target));
    },
  ),
  "sanity.action.document.version.replace": action(
    z.object({ document: attributesSchema }),
    (transaction, { document }) => {
      if (!document._id) throw refuseAction("A version needs a document._id");
      assertEdition(document._id);
      assertOpen(transaction, document._id);
      transaction.createOrReplace(document);
    },
  ),
  "sanity.action.document.version.discard": action(
    z.object({ versionId: id, purge: z.boolean().optional() }),
    (transaction, { versionId, purge }) => {
      assertEdition(versionId);
      mustGet(transaction, versionId);
      transaction.delete(versionId, purge);
    },
  ),
  "sanity.action.document.version.unpublish": action(
    z.object({ versionId: id, publishedId: id.optional() }),
    (transaction, { versionId, publishedId }) => {
      assertEdition(versionId, publishedId);
      if (!transaction.get(versionId)) {
        const published = mustGet(transaction, publishedId ?? publishedIdOf(versionId));
        transaction.create(copyOf(published, versionId));
      }
      transaction.patch(versionId, { set: { _system: { delete: true } } });
    },
  ),
};

/** @throws {HttpError} 400 when the release that a version would belong to is over. */
function assertOpen(transaction: Transaction, versionId: string): void {
  const release = releaseOf(versionId);
  const document = release === null ? null : transaction.get(releaseDocumentId(release));
  const state = document?.["state"];
  if (state === "archived" || state === "published")
    throw refuseAction(`The release "${release}" is ${state}; nothing can be added to it`);
}
