import { z } from "zod";

import { type Document, publishedId } from "#lake/document.ts";
import { HttpError } from "#lake/errors.ts";
import { type Attributes, attributesSchema } from "#lake/transaction/mutations.ts";
import { refuse } from "#lake/transaction/refusals.ts";
import type { Transaction } from "#lake/transaction/transaction.ts";

/** One action: what it is told, and what it does to the documents of its transaction. */
export type Action = {
  schema: z.ZodType;
  run: (transaction: Transaction, input: unknown) => void;
};

/** Pair a schema with what is done with what it reads. */
export function action<S extends z.ZodType>(
  schema: S,
  run: (transaction: Transaction, input: z.infer<S>) => void,
): Action {
  return { schema, run: (transaction, input) => run(transaction, schema.parse(input)) };
}

/** Refuse a request as a whole; documents that are in the way are refused by `refuse`. */
export function refuseAction(description: string): HttpError {
  return new HttpError(400, "actionError", description);
}

/** @throws {HttpError} 409 when there is no such document. */
export function mustGet(transaction: Transaction, documentId: string): Document {
  const document = transaction.get(documentId);
  if (document) return document;
  throw refuse.missing(documentId);
}

/** @throws {HttpError} 400 when an id is not that of a draft or version of a document, or of any at all. */
export function assertEdition(id: string, published = publishedId(id)): void {
  if (id !== publishedId(id) && publishedId(id) === published) return;
  throw refuseAction(
    id === publishedId(id)
      ? `"${id}" is neither a draft nor a version`
      : `"${id}" is not a draft or version of "${published}"`,
  );
}

/** Copy what a document says under another id, without what the lake keeps about the old one. */
export function copyOf(document: Document, as: string): Attributes & { _id: string } {
  const { _rev, _updatedAt, _system, ...attributes } = document;
  return { ...attributes, _id: as };
}

/**
 * Put a draft or version in the published document's place; the draft is gone afterwards.
 *
 * A version marked `_system.delete` takes the published document away instead.
 */
export function publishVersion(transaction: Transaction, source: string, published: string): void {
  const document = mustGet(transaction, source);
  if (isMarkedForDeletion(document)) transaction.delete(published);
  else transaction.createOrReplace(strengthen(copyOf(document, published)));
  if (source !== published) transaction.delete(source);
}

export function isMarkedForDeletion({ _system }: Document): boolean {
  return z.object({ delete: z.literal(true) }).safeParse(_system).success;
}

/** Make references strong that were weak only until their target is published. */
function strengthen(attributes: Attributes): Attributes {
  return attributesSchema.parse(strengthenValue(attributes));
}

function strengthenValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => strengthenValue(item));
  if (typeof value !== "object" || value === null) return value;
  const isMarked = "_ref" in value && "_strengthenOnPublish" in value;
  const kept = Object.entries(value).filter(([key]) => !isMarked || !temporary.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, strengthenValue(item)]));
}

const temporary = new Set(["_weak", "_strengthenOnPublish"]);
