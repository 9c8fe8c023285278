import type { Context } from "hono";

import { type Permission, type RoleName, isAllowed, isPreviewSecret } from "#lake/auth/roles.ts";
import type { Document } from "#lake/document.ts";
import { HttpError } from "#lake/errors.ts";

/**
 * Who asks: a person with a session, a program with a token, or the site with the token it was started
 * with. Null is a stranger: documents with a dot in the id do not exist for it.
 */
export type Identity = {
  id: string;
  name: string;
  kind: "user" | "token" | "site";
  roles: readonly RoleName[];
  /** The only dataset it is known in; null means all. */
  dataset: string | null;
} | null;

/** The lake itself, for what it does without being asked. */
export const systemIdentity: NonNullable<Identity> = {
  id: "system",
  name: "System",
  kind: "site",
  roles: ["administrator"],
  dataset: null,
};

export type LakeEnv = { Variables: { identity: Identity } };
export type LakeContext = Context<LakeEnv>;

/** One document write as it is asked for: from what to what, and what is published in the document's place. */
type Write = {
  action: "create" | "update" | "delete";
  before: Document | null;
  after: Document | null;
  published: () => Document | null;
};
export type AuthorizeWrite = (identity: Identity, write: Write) => void;

/** The identity as far as this dataset is concerned: a token for another one is a stranger here. */
export function identityIn(identity: Identity, dataset: string): Identity {
  if (identity === null || identity.dataset === null) return identity;
  return identity.dataset === dataset ? identity : null;
}

/** @throws {HttpError} 401 for a stranger. */
export function requireIdentity(identity: Identity): NonNullable<Identity> {
  if (identity) return identity;
  throw unauthorized("Unauthorized - Session not found");
}

/** @throws {HttpError} 401 for a stranger, 403 for somebody whose roles do not allow it. */
export function requirePermission(
  identity: Identity,
  permission: Permission,
): NonNullable<Identity> {
  const known = requireIdentity(identity);
  if (isAllowed(known.roles, permission)) return known;
  throw forbidden(permission);
}

/** Refuse the write of a document that the roles do not allow, worded as Sanity words it. */
export const authorizeWrite: AuthorizeWrite = (identity, write) => {
  const { roles } = requireIdentity(identity);
  const document = write.after ?? write.before;
  if (isAllowed(roles, write.action, document) || isAboutPreviewSecret(write)) return;
  throw forbidden(write.action, document?._id);
};

/** A secret laid over somebody's article as its draft would take the article's place. */
function isAboutPreviewSecret({ before, after, published }: Write): boolean {
  const documents = [before, after].filter((document) => document !== null);
  return documents.every(isPreviewSecret) && published() === null;
}

/** The 401 that Sanity's clients know as "log in again". */
export function unauthorized(description: string): HttpError {
  return new HttpError(401, "unauthorized", description, { details: { errorCode: "SIO-401-ANF" } });
}

function forbidden(permission: Permission, id?: string): HttpError {
  const description = `Insufficient permissions; permission "${permission}" required`;
  if (id === undefined) return new HttpError(403, "insufficientPermissionsError", description);
  const error = { type: "insufficientPermissionsError", description, id, permission };
  return new HttpError(403, "mutationError", `${description} for document "${id}"`, {
    items: [{ index: 0, error }],
  });
}
