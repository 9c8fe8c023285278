import { randomUUID } from "node:crypto";

import type { AuthorizeWrite, Identity } from "#lake/auth/identity.ts";
import { holdsEndlessNumber, isDeeperThan, mostDepth } from "#lake/depth.ts";
import { type Document, draftId, isVersionId, publishedId } from "#lake/document.ts";
import { HttpError } from "#lake/errors.ts";
import { applyPatch } from "#lake/patch/patch.ts";
import type { Store } from "#lake/store.ts";

import type { Attributes, Mutation, PatchOperations } from "./mutations.ts";
import { refuse } from "./refusals.ts";

/** A document on its way through a transaction. */
export type Staged = {
  id: string;
  before: Document | null;
  after: Document | null;
  mutations: Mutation[];
  /** The document's history goes with it. */
  isPurged: boolean;
};

/** What became of one document, in the order of the request. */
export type MutationResult = { id: string; operation: "create" | "update" | "delete" | "none" };

export type TransactionContext = {
  store: Store;
  dataset: string;
  id: string;
  timestamp: string;
  identity: Identity;
  authorize: AuthorizeWrite;
};

/**
 * The documents of one transaction while it is worked out; nothing is written before all of it is.
 *
 * Every operation sees what those before it did. Must be used inside `Store.write` only.
 */
export class Transaction {
  readonly context: TransactionContext;
  readonly #staged = new Map<string, Staged>();

  constructor(context: TransactionContext) {
    this.context = context;
  }

  get(id: string): Document | null {
    return this.#stage(id).after;
  }

  /** What was touched, in order of first touch; documents that were only looked at are left out. */
  staged(): Staged[] {
    return [...this.#staged.values()].filter(({ mutations }) => mutations.length > 0);
  }

  /** @throws {HttpError} 409 when the id is taken. */
  create(attributes: Attributes): MutationResult {
    const id = completeId(attributes._id);
    if (this.get(id)) throw refuse.exists(id);
    return this.#put(id, attributes, "create");
  }

  createOrReplace(attributes: Attributes): MutationResult {
    return this.#put(completeId(attributes._id), attributes, "createOrReplace");
  }

  createIfNotExists(attributes: Attributes): MutationResult {
    const id = completeId(attributes._id);
    if (this.get(id)) return { id, operation: "none" };
    return this.#put(id, attributes, "createIfNotExists");
  }

  exists(id: string): boolean {
    return this.get(id) !== null;
  }

  /** List the documents as this transaction sees them whose id begins with a prefix. */
  list(prefix: string): Document[] {
    const { store, dataset } = this.context;
    const stored = store.listDocuments(dataset, prefix).map(({ _id }) => _id);
    const made = [...this.#staged.keys()].filter((id) => id.startsWith(prefix));
    const ids = [...new Set([...stored, ...made])].toSorted();
    return ids.map((id) => this.get(id)).filter((document) => document !== null);
  }

  /** List the ids of a document's draft and versions, as this transaction sees them. */
  listEditions(published: string): string[] {
    const { store, dataset } = this.context;
    const stored = store
      .listIds(dataset, "versions.")
      .filter((id) => publishedId(id) === published);
    const made = [...this.#staged.keys()].filter(
      (id) => isVersionId(id) && publishedId(id) === published,
    );
    const ids = new Set([draftId(published), ...stored, ...made]);
    return [...ids].filter((id) => this.exists(id));
  }

  /** Delete a document, on demand with its history; a missing one is no mistake. */
  delete(id: string, purge = false): MutationResult {
    const staged = this.#stage(id);
    if (!staged.after) return { id, operation: "none" };
    this.#authorize("delete", staged.after, null);
    staged.after = null;
    staged.isPurged = purge;
    staged.mutations.push({ delete: { id } });
    return { id, operation: "delete" };
  }

  /** @throws {HttpError} 409 when the document is missing or its revision another, 400 when the patch does not fit. */
  patch(id: string, operations: PatchOperations, ifRevisionID?: string): MutationResult {
    const staged = this.#stage(id);
    const { after: current } = staged;
    if (!current) throw refuse.missing(id);
    if (ifRevisionID !== undefined) this.assertRevision(id, ifRevisionID);
    const patched = this.#finish(patchDocument(current, operations), current._createdAt);
    this.#authorize("update", current, patched);
    staged.after = patched;
    staged.mutations.push({ patch: { id, ...operations } });
    return { id, operation: "update" };
  }

  /** @throws {HttpError} 409 when the stored revision is another. */
  assertRevision(id: string, expected: string): void {
    const current = this.#stage(id).before?._rev;
    if (current !== expected) throw refuse.revision(id, expected, current);
  }

  #put(
    id: string,
    attributes: Attributes,
    kind: "create" | "createOrReplace" | "createIfNotExists",
  ): MutationResult {
    const staged = this.#stage(id);
    const given = attributes["_createdAt"];
    const created = typeof given === "string" ? given : this.context.timestamp;
    const document = this.#finish({ ...attributes, _id: id }, created);
    this.#authorize(staged.after ? "update" : "create", staged.after, document);
    const operation = staged.after ? "update" : "create";
    staged.after = document;
    staged.mutations.push(putMutation(kind, document));
    return { id, operation };
  }

  #finish(attributes: Attributes & { _id: string }, createdAt: string): Document {
    const { id, timestamp } = this.context;
    if (isDeeperThan(attributes, mostDepth)) throw refuse.depth(attributes._id, mostDepth);
    if (holdsEndlessNumber(attributes)) throw refuse.number(attributes._id);
    return { ...attributes, _rev: id, _createdAt: createdAt, _updatedAt: timestamp };
  }

  #authorize(
    action: "create" | "update" | "delete",
    before: Document | null,
    after: Document | null,
  ): void {
    const id = after?._id ?? before?._id ?? "";
    const published = () => this.get(publishedId(id));
    this.context.authorize(this.context.identity, { action, before, after, published });
  }

  #stage(id: string): Staged {
    const known = this.#staged.get(id);
    if (known) return known;
    const before = this.context.store.getDocument(this.context.dataset, id);
    const staged: Staged = { id, before, after: before, mutations: [], isPurged: false };
    this.#staged.set(id, staged);
    return staged;
  }
}

function patchDocument(document: Document, operations: PatchOperations): Document {
  try {
    return applyPatch(document, operations);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw refuse.patch(document._id, reason, cause);
  }
}

function putMutation(
  kind: "create" | "createOrReplace" | "createIfNotExists",
  document: Document,
): Mutation {
  const { _rev, ...attributes } = document;
  switch (kind) {
    case "create":
      return { create: attributes };
    case "createOrReplace":
      return { createOrReplace: attributes };
    case "createIfNotExists":
      return { createIfNotExists: attributes };
  }
}

// Letters, digits, "_", "-" and "."; neither a leading dash or dot, nor two dots in a row.
const idPattern = /^(?![.-])(?!.*\.\.)[\w.-]{1,128}$/;

/** An absent id, or one that ends with a dot, is completed with a random part. */
function completeId(given: string | undefined): string {
  const id = given === undefined || given === "" ? randomUUID() : given;
  const complete = id.endsWith(".") ? id + randomUUID() : id;
  if (idPattern.test(complete)) return complete;
  throw new HttpError(400, "validationError", `Invalid document ID "${complete}"`);
}
