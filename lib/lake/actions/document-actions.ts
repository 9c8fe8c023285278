import { z } from "zod";

import { draftId, isDraftId, isVersionId, publishedId as publishedIdOf } from "#lake/document.ts";
import { attributesSchema, operationsSchema } from "#lake/transaction/mutations.ts";
import { refuse } from "#lake/transaction/refusals.ts";

import { action, assertEdition, copyOf, mustGet, publishVersion, refuseAction } from "./action.ts";

const id = z.string().min(1);

/** The actions on a document and its draft, by their type. */
export const documentActions = {
  "sanity.action.document.create": action(
    z.object({
      publishedId: id.optional(),
      attributes: attributesSchema,
      ifExists: z.enum(["fail", "ignore"]).default("fail"),
    }),
    (transaction, { publishedId, attributes, ifExists }) => {
      const target = attributes._id ?? draftId(publishedId ?? "");
      if (isDraftId(target) && transaction.exists(publishedIdOf(target)))
        throw refuse.exists(publishedIdOf(target));
      if (ifExists === "ignore" && transaction.get(target)) return;
      transaction.create({ ...attributes, _id: target });
    },
  ),
  "sanity.action.document.edit": action(
    z.object({ draftId: id, publishedId: id, patch: operationsSchema }),
    (transaction, { draftId: draft, publishedId: published, patch }) => {
      assertEdition(draft, published);
      if (!transaction.get(draft)) {
        transaction.create(copyOf(mustGet(transaction, published), draft));
      }
      transaction.patch(draft, patch);
    },
  ),
  "sanity.action.document.replaceDraft": action(
    z.object({ publishedId: id, attributes: attributesSchema }),
    (transaction, { publishedId, attributes }) => {
      // The Studio restores versions of a release with this action too.
      const given = attributes._id ?? "";
      const target = isDraftId(given) || isVersionId(given) ? given : draftId(publishedId);
      transaction.createOrReplace({ ...attributes, _id: target });
    },
  ),
  "sanity.action.document.publish": action(
    z.object({
      draftId: id.optional(),
      versionId: id.optional(),
      publishedId: id,
      ifDraftRevisionId: z.string().nullish(),
      ifPublishedRevisionId: z.string().nullish(),
    }),
    (transaction, { draftId: draft, versionId, publishedId, ...expected }) => {
      const source = draft ?? versionId ?? draftId(publishedId);
      assertEdition(source, publishedId);
      if (expected.ifDraftRevisionId) {
        transaction.assertRevision(source, expected.ifDraftRevisionId);
      }
      if (expected.ifPublishedRevisionId) {
        transaction.assertRevision(publishedId, expected.ifPublishedRevisionId);
      }
      publishVersion(transaction, source, publishedId);
    },
  ),
  "sanity.action.document.unpublish": action(
    z.object({ draftId: id, publishedId: id }),
    (transaction, { draftId: draft, publishedId }) => {
      assertEdition(draft, publishedId);
      const published = mustGet(transaction, publishedId);
      if (!transaction.get(draft)) transaction.create(copyOf(published, draft));
      transaction.delete(publishedId);
    },
  ),
  "sanity.action.document.discard": action(
    z.object({ draftId: id, purge: z.boolean().optional() }),
    (transaction, { draftId: draft, purge }) => {
      assertEdition(draft);
      mustGet(transaction, draft);
      transaction.delete(draft, purge);
    },
  ),
  "sanity.action.document.delete": action(
    z.object({
      publishedId: id,
      includeDrafts: z.array(id).default([]),
      purge: z.boolean().optional(),
    }),
    (transaction, { publishedId, includeDrafts, purge }) => {
      for (const one of includeDrafts) assertEdition(one, publishedId);
      const forgotten = transaction
        .listEditions(publishedId)
        .find((edition) => !includeDrafts.includes(edition));
      if (forgotten !== undefined)
        throw refuseAction(
          `Document "${publishedId}" has the edition "${forgotten}", which is not among includeDrafts`,
        );
      for (const target of [...includeDrafts, publishedId]) transaction.delete(target, purge);
    },
  ),
};
