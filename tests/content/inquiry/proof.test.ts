import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { describe, expect, it } from "vitest";

import { challengeFor, createSpentProofs, isProof } from "@/lib/content/inquiry/proof";

const secret = "a secret";

type Parts = { challenge: { parameters: Record<string, unknown> }; solution: { counter: number } };

async function solved(formId: string, now = Date.now()): Promise<Parts> {
  const challenge = JSON.parse(await challengeFor(formId, secret, now));
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("Not solved");
  return { challenge, solution };
}

const packed = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString("base64");

describe("isProof", () => {
  it("takes the work that was done for this form", async () => {
    expect(await isProof(packed(await solved("form-1")), "form-1", secret)).toBe(true);
  });

  it("refuses work for another form, with another secret, made easier, or not done", async () => {
    const payload = await solved("form-1");
    const { challenge, solution } = payload;
    const easier = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: "0" } };
    const refused = [
      [packed(payload), "form-2", secret],
      [packed(payload), "form-1", "another secret"],
      [packed({ challenge: easier, solution }), "form-1", secret],
      [
        packed({ challenge, solution: { ...solution, counter: solution.counter + 1 } }),
        "form-1",
        secret,
      ],
      [
        packed({ challenge, solution: { counter: 0, derivedKey: "00".repeat(32) } }),
        "form-1",
        secret,
      ],
    ] as const;
    for (const [text, form, key] of refused) expect(await isProof(text, form, key)).toBe(false);
  });

  it("refuses work that was done two days ago", async () => {
    const old = await solved("form-1", Date.now() - 48 * 3_600_000);
    expect(await isProof(packed(old), "form-1", secret)).toBe(false);
  });

  it.each(["", "not base64!", packed(null), packed({ challenge: {} }), packed("text")])(
    "refuses %j",
    async (text) => {
      expect(await isProof(text, "form-1", secret)).toBe(false);
    },
  );
});

describe("spent proofs", () => {
  it("pay for one message, however often it is sent, and remember the latest", () => {
    const proofs = createSpentProofs(2);
    expect(proofs.spend("form-1", "inquiry.a")).toBe(true);
    expect(proofs.spend("form-1", "inquiry.a")).toBe(true);
    expect(proofs.spend("form-1", "inquiry.b")).toBe(false);
    expect(proofs.spend("form-2", "inquiry.b")).toBe(true);
    expect(proofs.spend("form-3", "inquiry.c")).toBe(true);
    expect(proofs.spend("form-2", "inquiry.d")).toBe(false);
  });
});
