type Count = { failures: number; blockedUntil: number; forgetAt: number };
type Rule = { free: number; longest: number };

export type Throttle = {
  /** Whole seconds until the next attempt may be made; 0 when now. */
  wait(address: string, account: string): number;
  fail(address: string, account: string): void;
  succeed(address: string, account: string): void;
};

const second = 1000;
const minute = 60 * second;
const memory = 60 * minute;
const mostEntries = 20_000;

/**
 * Somebody at one address guessing one account waits longest. The account as a whole is only slowed
 * down, to a minute: otherwise any stranger could lock its owner out.
 */
const rules = {
  pair: { free: 5, longest: 15 * minute },
  address: { free: 20, longest: 15 * minute },
  account: { free: 30, longest: minute },
} satisfies Record<string, Rule>;

function keys(address: string, account: string): [string, Rule][] {
  const name = account.toLowerCase();
  return [
    [`pair ${address} ${name}`, rules.pair],
    [`address ${address}`, rules.address],
    [`account ${name}`, rules.account],
  ];
}

function delayAfter(failures: number, { free, longest }: Rule): number {
  return failures < free ? 0 : Math.min(longest, second * 2 ** (failures - free));
}

/**
 * Slow down guessing: after some free attempts each failure doubles the wait.
 *
 * Counts live in memory, at most 20,000, and are forgotten after an hour without failures.
 */
export function createThrottle(now: () => number): Throttle {
  const counts = new Map<string, Count>();

  /** A map lists its oldest entries first, and those fail longest ago. */
  function forgetOld(): void {
    for (const key of counts.keys()) {
      if (counts.size < mostEntries) return;
      counts.delete(key);
    }
  }

  function add(key: string, rule: Rule): void {
    const known = counts.get(key);
    const failures = (known && known.forgetAt > now() ? known.failures : 0) + 1;
    counts.delete(key);
    counts.set(key, {
      failures,
      blockedUntil: now() + delayAfter(failures, rule),
      forgetAt: now() + memory,
    });
  }

  /** An attempt was counted before it turned out right; those before it stay, with the wait that they cost. */
  function takeBack(key: string, rule: Rule): void {
    const known = counts.get(key);
    if (!known) return;
    known.failures -= 1;
    known.blockedUntil = now() + delayAfter(known.failures, rule);
  }

  return {
    wait(address, account) {
      const until = Math.max(
        ...keys(address, account).map(([key]) => counts.get(key)?.blockedUntil ?? 0),
      );
      return Math.max(0, Math.ceil((until - now()) / second));
    },
    fail(address, account) {
      forgetOld();
      for (const [key, rule] of keys(address, account)) add(key, rule);
    },
    succeed(address, account) {
      // One known account must not pay for guessing the others, so the address keeps what it failed.
      for (const [key, rule] of keys(address, account)) {
        if (rule === rules.pair) counts.delete(key);
        else takeBack(key, rule);
      }
    },
  };
}
