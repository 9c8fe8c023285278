/** A stored document. `_rev` is the id of the transaction that wrote it last. */
export type Document = {
  _id: string;
  _type: string;
  _rev: string;
  _createdAt: string;
  _updatedAt: string;
  [attribute: string]: unknown;
};

/** Tell an object with named members from arrays, null and scalars. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Read a stored body, which was a whole document when it was written. */
export function parseDocument(body: string): Document {
  const document: Document = JSON.parse(body);
  return document;
}

/** Ids with a dot are drafts, versions and private documents: without an identity they do not exist. */
export function isPrivateId(id: string): boolean {
  return id.includes(".");
}

export function isDraftId(id: string): boolean {
  return id.startsWith("drafts.");
}

export function isVersionId(id: string): boolean {
  return id.startsWith("versions.");
}

/** The id under which a draft or version is published; a published id is its own. */
export function publishedId(id: string): string {
  if (isDraftId(id)) return id.slice("drafts.".length);
  return isVersionId(id) ? id.split(".").slice(2).join(".") : id;
}

export function draftId(id: string): string {
  return `drafts.${publishedId(id)}`;
}

/** The release a version belongs to; null for drafts and published documents. */
export function releaseOf(id: string): string | null {
  return isVersionId(id) ? (id.split(".")[1] ?? null) : null;
}

/** Where a release is kept. */
export function releaseDocumentId(release: string): string {
  return `_.releases.${release}`;
}
