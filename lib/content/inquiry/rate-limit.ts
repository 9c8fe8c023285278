import { isIPv6 } from "node:net";

import { shared } from "@/lib/content/shared";

export type RateLimit = {
  /** Count one more for `key`; `false` when that is more than it may have. */
  take(key: string): boolean;
};

export type RateLimitOptions = { most: number; within: number; now: () => number };

const mostKeys = 20_000;

/** Allow `most` in any window of `within` ms; a refused one is not counted. */
export function createRateLimit({ most, within, now }: RateLimitOptions): RateLimit {
  const taken = new Map<string, number[]>();
  return {
    take(key) {
      const since = now() - within;
      const recent = (taken.get(key) ?? []).filter((at) => at > since);
      if (recent.length >= most) return false;
      taken.delete(key);
      taken.set(key, [...recent, now()]);
      const [oldest] = taken.keys();
      if (taken.size > mostKeys && oldest !== undefined) taken.delete(oldest);
      return true;
    },
  };
}

/** Who counts as one visitor: an address, or the /64 network that an IPv6 subscriber has to himself. */
export function visitorKey(forwardedFor: string | null): string {
  const address = forwardedFor?.split(",").at(-1)?.trim() ?? "";
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const zeros = Array.from({ length: 8 - groups.length - after.length }, () => "0");
  return [...groups, ...(tail === undefined ? [] : zeros), ...after].slice(0, 4).join(":");
}

const tenMinutes = 10 * 60_000;

/** How often one visitor may post the form, right or wrong. */
export const postLimit = shared("inquiry-posts", () =>
  createRateLimit({ most: 30, within: tenMinutes, now: Date.now }),
);

/** How many messages without proof of work are taken, of one visitor and of all together. */
export const unprovenLimit = shared("inquiry-unproven", () =>
  createRateLimit({ most: 2, within: tenMinutes, now: Date.now }),
);
export const unprovenTotal = shared("inquiry-unproven-total", () =>
  createRateLimit({ most: 60, within: tenMinutes, now: Date.now }),
);

/** How many messages of one visitor are taken. */
export const messageLimit = shared("inquiry-messages", () =>
  createRateLimit({ most: 5, within: tenMinutes, now: Date.now }),
);
