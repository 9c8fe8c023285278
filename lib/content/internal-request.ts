import { timingSafeEqual } from "node:crypto";

import { env } from "@/lib/env";

/** Whether a request comes from the front door, or from a timer of the operator's that knows `INTERNAL_SECRET`. */
export function isInternal(request: Request): boolean {
  const secret = env().internalSecret;
  if (secret === undefined) return false;
  const given = Buffer.from(request.headers.get("authorization") ?? "");
  const expected = Buffer.from(`Bearer ${secret}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
