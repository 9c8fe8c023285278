import { isRecord } from "#lake/document.ts";

/** Copy a document with every reference in it weak, so that what it names may come later. */
export function weakenReferences(document: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(document).map(([key, item]) => [key, weaken(item)]);
  const weak = typeof document["_ref"] === "string" ? { _weak: true } : {};
  return { ...Object.fromEntries(entries), ...weak };
}

/** Whether anything in it would have to exist for it to be written. */
export function hasStrongReference(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasStrongReference);
  if (!isRecord(value)) return false;
  const isStrong = typeof value["_ref"] === "string" && value["_weak"] !== true;
  return isStrong || Object.values(value).some(hasStrongReference);
}

function weaken(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(weaken);
  return isRecord(value) ? weakenReferences(value) : value;
}
