import { UnboundedError } from "./bounded-source.ts";

/** Answers a count that is known at a version of the documents, or else makes and keeps it. */
export type Counts = (version: unknown, key: string, make: () => number) => number;

const remembered = 2000;
/** A count that took long pauses all further ones for so many times as long. */
const pauseFactor = 20;
const longMs = 1;

/**
 * Keep counts until a document changes.
 *
 * @throws {UnboundedError} while `isThrifty` and the last long count was just now: counting is no work for a thread
 * that others wait for.
 */
export function createCounts(isThrifty: boolean): Counts {
  const known = new Map<string, number>();
  let knownAt: unknown = null;
  let pausedUntil = 0;
  return (version, key, make) => {
    if (version !== knownAt || known.size > remembered) known.clear();
    knownAt = version;
    const found = known.get(key);
    if (found !== undefined) return found;
    const start = performance.now();
    if (isThrifty && start < pausedUntil) throw new UnboundedError();
    const count = make();
    const end = performance.now();
    if (end - start > longMs) pausedUntil = end + (end - start) * pauseFactor;
    known.set(key, count);
    return count;
  };
}
