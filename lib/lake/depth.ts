/** How deep a document may be nested. Sanity's own limit is 20; SQLite reads a thousand, the stack some more. */
export const mostDepth = 256;

/** Tell whether a number stands somewhere that JSON cannot write: it would be kept as null. */
export function holdsEndlessNumber(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((inner) => holdsEndlessNumber(inner));
}

/** Tell whether objects and arrays stand inside each other more than so many times; looks no deeper than that. */
export function isDeeperThan(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeperThan(inner, most - 1));
}
