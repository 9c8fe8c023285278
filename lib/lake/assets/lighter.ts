import { type Gate, GateFullError, createGate } from "#lake/limits/gate.ts";
import type { Log } from "#lake/log.ts";

/** Thrown by work that found its picture to be no gain: it moves, or is larger than the one that is there. */
export class NoGainError extends Error {
  override name = "NoGainError";
}

export type Lighter = {
  /** Have a picture made when there is time, unless that is under way or turned out to be no gain before. */
  offer(key: string, make: () => Promise<unknown>): void;
};

const mostWaiting = 100;
const mostRemembered = 10_000;

/**
 * Make pictures that nobody waits for: one at a time, behind those that somebody waits for.
 *
 * What finds no place in the line is forgotten, and offered again by the next reader.
 */
export function createLighter(gate: Gate, log: Log): Lighter {
  const line = createGate({ concurrent: 1, waiting: mostWaiting });
  const offered = new Set<string>();

  async function work(key: string, make: () => Promise<unknown>): Promise<void> {
    try {
      await line.run(() => gate.run(make));
      offered.delete(key);
    } catch (error) {
      if (error instanceof GateFullError) offered.delete(key);
      else if (!(error instanceof NoGainError))
        log.warn("A lighter picture could not be made", { key, error });
    }
  }

  return {
    offer(key, make) {
      if (offered.has(key)) return;
      if (offered.size >= mostRemembered) offered.clear();
      offered.add(key);
      void work(key, make);
    },
  };
}
