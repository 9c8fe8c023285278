import { createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";

import { z } from "zod";

import { shared } from "@/lib/content/shared";
import { env } from "@/lib/env";

const stampSchema = z.object({
  id: z.string().max(64),
  issuedAt: z.number(),
  /** The revision of the privacy text that the form linked to. */
  privacyVersion: z.string().max(128),
});

/** What a form was handed out with, so that it can be known again: which one, when, under which privacy text. */
export type Stamp = z.infer<typeof stampSchema>;

/** Name a form that is handed out now. */
export function newForm(now: number): Pick<Stamp, "id" | "issuedAt"> {
  return { id: randomUUID(), issuedAt: now };
}

/** Write a stamp that nobody without `secret` can make or change. */
export function signStamp(stamp: Stamp, secret: string): string {
  const payload = Buffer.from(JSON.stringify(stamp)).toString("base64url");
  return `${payload}.${signature(payload, secret).toString("base64url")}`;
}

/** Read a stamp; `null` when it was not signed with `secret`. */
export function readStamp(text: string, secret: string): Stamp | null {
  const [payload = "", signed = ""] = text.split(".");
  const expected = signature(payload, secret);
  const given = Buffer.from(signed, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return stampSchema.parse(JSON.parse(Buffer.from(payload, "base64url").toString()));
}

function signature(payload: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`inquiry ${payload}`).digest();
}

/** People read a form before they send it; who proves no work has to take his time. */
const fastest = { proven: 2_000, unproven: 4_000 };
/** A form left open overnight is still good; one that went from hand to hand is not. */
export const oldest = 24 * 60 * 60_000;

/** `tooQuick` may be a person who is quick and has no JavaScript; nobody is as quick as `tooYoung`. */
export type Age = "tooYoung" | "tooQuick" | "fine" | "tooOld";

export function ageOf({ issuedAt }: Stamp, now: number, isProven: boolean): Age {
  const age = now - issuedAt;
  if (age < fastest.proven) return "tooYoung";
  if (!isProven && age < fastest.unproven) return "tooQuick";
  return age > oldest ? "tooOld" : "fine";
}

const ownSecret = shared("inquiry-secret", () => ({
  value: randomBytes(32).toString("base64url"),
}));

/** Where no secret is configured, stamps are good until this process ends. */
export function stampSecret(): string {
  const { internalSecret, webhookSecret } = env();
  return internalSecret ?? webhookSecret ?? ownSecret().value;
}
