/** Who may have how many requests open at once; see `createAdmission`. */
export type Admission = {
  /** Null when it is one too many; else call the answer once the request is over. */
  enter(address: string): (() => void) | null;
  open(): number;
};

/**
 * Count open requests for each address.
 *
 * Counts are of requests and not of connections, because all of them come through the front door's few
 * connections. `everywhere` bounds what an army of addresses can open together.
 */
export function createAdmission(most: { perAddress: number; everywhere: number }): Admission {
  const counts = new Map<string, number>();
  let total = 0;

  function leave(address: string): void {
    total -= 1;
    const count = (counts.get(address) ?? 1) - 1;
    if (count > 0) counts.set(address, count);
    else counts.delete(address);
  }

  return {
    enter(address) {
      const count = counts.get(address) ?? 0;
      if (count >= most.perAddress || total >= most.everywhere) return null;
      counts.set(address, count + 1);
      total += 1;
      let isInside = true;
      return () => {
        if (isInside) leave(address);
        isInside = false;
      };
    },
    open: () => total,
  };
}
