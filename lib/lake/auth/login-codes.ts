import { createBearer, hashBearer } from "#lake/auth/bearer.ts";

type LoginCode = { userId: string; isCookieOnly: boolean };

/** One-time codes that a login hands to the Studio in the address; see `createLoginCodes`. */
export type LoginCodes = { create(code: LoginCode): string; take(code: string): LoginCode | null };

const life = 60_000;
const most = 1000;

/** Keep codes for a minute, for one use each, in memory: whoever restarts the lake meanwhile logs in again. */
export function createLoginCodes(now: () => number = Date.now): LoginCodes {
  const codes = new Map<string, LoginCode & { until: number }>();
  return {
    create(code) {
      for (const [key, { until }] of codes)
        if (until <= now() || codes.size >= most) codes.delete(key);
      const secret = createBearer("sid");
      codes.set(hashBearer(secret), { ...code, until: now() + life });
      return secret;
    },
    take(secret) {
      const key = hashBearer(secret);
      const found = codes.get(key);
      codes.delete(key);
      return found && found.until > now() ? found : null;
    },
  };
}
