import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** `sk` for programs, as Sanity's robot tokens; `st` for a person's session; `sid` for a one-time login code. */
export type BearerKind = "sk" | "st" | "sid";

/** Make a secret with 256 bits of chance. Only its hash is ever stored. */
export function createBearer(kind: BearerKind): string {
  return kind + randomBytes(32).toString("base64url").replaceAll(/[-_]/g, "x");
}

/**
 * Hash a bearer for storage and lookup.
 *
 * A plain SHA-256 is enough: there is no dictionary of 256-bit secrets. Looking up by the hash also
 * keeps the comparison's time from telling anything about the secret.
 */
export function hashBearer(bearer: string): string {
  return createHash("sha256").update(bearer).digest("base64url");
}

/** Compare two secrets in a time that depends on neither. */
export function isSameSecret(left: string, right: string): boolean {
  return timingSafeEqual(
    createHash("sha256").update(left).digest(),
    createHash("sha256").update(right).digest(),
  );
}
