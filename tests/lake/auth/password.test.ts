import { describe, expect, it } from "vitest";

import { hashPassword, isPassword, randomPassword } from "../../../lib/lake/auth/password.ts";

describe("hashPassword", () => {
  it("keeps nothing of the password and never makes the same hash twice", async () => {
    const [one, two] = await Promise.all([
      hashPassword("鹭岛的风很大 2026"),
      hashPassword("鹭岛的风很大 2026"),
    ]);
    expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(one).not.toContain("鹭岛");
  });

  it.each(["", "short", "x".repeat(201)])("refuses %j", async (password) => {
    await expect(hashPassword(password)).rejects.toThrow(RangeError);
  });
});

async function time(hash: string | null): Promise<number> {
  const start = performance.now();
  await isPassword("another-password", hash);
  return performance.now() - start;
}

describe("isPassword", () => {
  it("tells the right password from others, however the accents were typed", async () => {
    const stored = await hashPassword("Café-am-Hafen");
    await expect(isPassword("Cafe\u0301-am-Hafen", stored)).resolves.toBe(true);
    await expect(isPassword("Cafe-am-Hafen", stored)).resolves.toBe(false);
  });

  it("takes as long for an account that does not exist", async () => {
    const stored = await hashPassword("a-long-password");
    const known = await time(stored);
    const unknown = await time(null);
    expect(unknown).toBeGreaterThan(known / 3);
    await expect(isPassword("anything", null)).resolves.toBe(false);
  });
});

describe("randomPassword", () => {
  it("can be read from a screen and typed", () => {
    const made = Array.from({ length: 200 }, randomPassword);
    expect(new Set(made).size).toBe(200);
    for (const password of made)
      expect(password).toMatch(/^(?:[a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
  });
});
