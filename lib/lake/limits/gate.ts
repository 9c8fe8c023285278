/** Thrown when a gate's waiting line is full: the caller should answer 503 and say when to come back. */
export class GateFullError extends Error {
  override name = "GateFullError";
}

export type Gate = {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Works running and waiting now. */
  load(): { running: number; waiting: number };
};

/**
 * Let at most `concurrent` works run at once and at most `waiting` stand in line.
 *
 * Meant for work that costs much memory or processor time (hashing, images), where a crowd must
 * slow down itself and not the rest of the lake.
 *
 * @throws {GateFullError} from `run`, at once, when the line is full.
 */
export function createGate({ concurrent, waiting }: { concurrent: number; waiting: number }): Gate {
  const line: (() => void)[] = [];
  let running = 0;

  async function enter(): Promise<void> {
    if (running < concurrent) {
      running += 1;
      return;
    }
    if (line.length >= waiting) throw new GateFullError(`${waiting} works are waiting already`);
    await new Promise<void>((resolve) => line.push(resolve));
  }

  function leave(): void {
    const next = line.shift();
    // The place is handed on, so `running` stays as it is when somebody waits.
    if (next) next();
    else running -= 1;
  }

  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
    load: () => ({ running, waiting: line.length }),
  };
}
