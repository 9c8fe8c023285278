import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";

import { oldest } from "@/lib/content/inquiry/stamp";
import { shared } from "@/lib/content/shared";

/** One try is this many rounds of PBKDF2, and one in 256 succeeds: half a second of work at a desk, a few on an old phone. */
const work = { algorithm: "PBKDF2/SHA-256", cost: 5_000, keyLength: 32, keyPrefix: "00" } as const;

const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal(work.algorithm),
      nonce: z.string(),
      salt: z.string(),
      cost: z.literal(work.cost),
      keyLength: z.literal(work.keyLength),
      keyPrefix: z.literal(work.keyPrefix),
      expiresAt: z.number(),
      data: z.object({ form: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/** Name an ALTCHA challenge for one form, as JSON; a browser with JavaScript solves it while its visitor types. */
export async function challengeFor(formId: string, secret: string, now: number): Promise<string> {
  const { parameters, signature } = await createChallenge({
    ...work,
    deriveKey,
    data: { form: formId },
    expiresAt: Math.ceil((now + oldest) / 1000),
    hmacSignatureSecret: keyOf(secret),
  });
  return JSON.stringify({ parameters, signature });
}

/** Whether `text`, an ALTCHA payload in base64, proves that the work for this form was done. */
export async function isProof(text: string, formId: string, secret: string): Promise<boolean> {
  const payload = readPayload(text);
  if (payload === null || payload.challenge.parameters.data.form !== formId) return false;
  const { challenge, solution } = payload;
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: keyOf(secret),
  });
  return verified;
}

function readPayload(text: string): z.infer<typeof payloadSchema> | null {
  if (text === "") return null;
  try {
    const json: unknown = JSON.parse(Buffer.from(text, "base64").toString());
    return payloadSchema.safeParse(json).data ?? null;
  } catch {
    return null;
  }
}

/** A signature of a challenge must not pass for one of a stamp. */
function keyOf(secret: string): string {
  return `inquiry proof ${secret}`;
}

export type SpentProofs = {
  /** Use a form's proof for a message; `false` when it has paid for another one. */
  spend(formId: string, inquiryId: string): boolean;
};

const mostSpent = 20_000;

/** One proof pays for one message; the same message sent twice stays one. */
export function createSpentProofs(most = mostSpent): SpentProofs {
  const spent = new Map<string, string>();
  return {
    spend(formId, inquiryId) {
      const before = spent.get(formId);
      if (before !== undefined) return before === inquiryId;
      spent.set(formId, inquiryId);
      const [first] = spent.keys();
      if (spent.size > most && first !== undefined) spent.delete(first);
      return true;
    },
  };
}

/** The proofs that were used in this process. */
export const spentProofs = shared("inquiry-proofs", createSpentProofs);
