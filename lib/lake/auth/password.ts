import { randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";

import { createGate } from "#lake/limits/gate.ts";

type Cost = { log2N: number; r: number; p: number };

/** 32 MiB and about a tenth of a second a hash; one of the settings OWASP names as equal to N=2^17, p=1. */
const cost: Cost = { log2N: 15, r: 8, p: 3 };
const keyLength = 32;
const gate = createGate({ concurrent: 2, waiting: 100 });

/** Without 0 O 1 l I and their like, because somebody will read it from a terminal and type it. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

export const shortestPassword = 10;
export const longestPassword = 200;

/**
 * Hash a password with scrypt: `scrypt$log2N$r$p$salt$key`, salt and key in base64url.
 *
 * @throws {RangeError} when it is shorter than `shortestPassword` or longer than 200 characters.
 */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < shortestPassword) {
    throw new RangeError(`A password needs at least ${shortestPassword} characters`);
  }
  if (password.length > longestPassword) {
    throw new RangeError(`A password has at most ${longestPassword} characters`);
  }
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return [
    "scrypt",
    cost.log2N,
    cost.r,
    cost.p,
    salt.toString("base64url"),
    key.toString("base64url"),
  ].join("$");
}

/**
 * Compare a password with its hash, or with nobody's when `stored` is null.
 *
 * An unknown account costs the same time as a wrong password, so the answer's delay names no accounts.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const parsed = stored === null ? null : parseHash(stored);
  const { salt, key, settings } = parsed ?? {
    salt: randomBytes(16),
    key: randomBytes(keyLength),
    settings: cost,
  };
  const derived = await derive(password.slice(0, longestPassword), salt, settings);
  return timingSafeEqual(derived, key) && parsed !== null;
}

/** A random password of four groups of four, about 79 bits. */
export function randomPassword(): string {
  return Array.from({ length: 4 }, () => randomLetters(4)).join("-");
}

function randomLetters(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

function derive(password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const options = { N: 2 ** log2N, r, p, maxmem: 160 * 2 ** log2N * r };
  return gate.run(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize("NFKC"), salt, keyLength, options, (error, key) => {
          if (error) reject(error);
          else resolve(key);
        });
      }),
  );
}

function parseHash(stored: string): { salt: Buffer; key: Buffer; settings: Cost } {
  const [method, log2N, r, p, salt, key] = stored.split("$");
  if (method !== "scrypt" || !salt || !key) throw new TypeError("Not a password hash of ours");
  return {
    salt: Buffer.from(salt, "base64url"),
    key: Buffer.from(key, "base64url"),
    settings: { log2N: Number(log2N), r: Number(r), p: Number(p) },
  };
}
