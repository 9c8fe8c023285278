import { type Document, isRecord } from "#lake/document.ts";
import { type MendozaPatch, diff } from "#lake/mendoza.ts";

/** The way from the document before a transaction to the one after it, and back. */
export type Effects = { apply: MendozaPatch; revert: MendozaPatch };

/** Compute both ways, on documents without `_rev`: clients keep the revision themselves. */
export function computeEffects(before: Document | null, after: Document | null): Effects {
  const [from, to] = [withoutRevision(before), withoutRevision(after)];
  return { apply: diff(from, to), revert: diff(to, from) };
}

function withoutRevision(document: Document | null): Record<string, unknown> | null {
  if (!isRecord(document)) return null;
  const { _rev, ...rest } = document;
  return rest;
}
