import type { DatabaseSync } from "node:sqlite";

import { createBoundedSource, UnboundedError } from "./bounded-source.ts";
import { createEngine, type EngineOptions, type QueryRequest } from "./engine.ts";
import { QueryError } from "./parse.ts";

/** Answers small questions on the spot; null sends the question to a worker. */
export type Nearby = {
  answer(request: QueryRequest): Uint8Array<ArrayBuffer> | null;
  /** Hear that a worker has answered this query, and within what time. */
  learn(query: string, ms: number): void;
};

type Verdict = { isNear: boolean; slow: number; until: number };

const mostCharacters = 8192;
const quickMs = 60;
const slowMicroseconds = 8000;
const banMs = 30_000;
/** The first time the machine may have been busy, or a count was to be made anew. */
const mostSlow = 5;
const rememberedQueries = 500;

const isShort = ({ query, params }: QueryRequest): boolean =>
  query.length <= mostCharacters && JSON.stringify(params).length <= mostCharacters;

/**
 * Answer on the thread that asks what is no more than a look at an index: a hop to a worker and back costs more.
 *
 * A query comes near only after a worker has answered the same text quickly, so no hostile text is ever parsed
 * here, and goes back to the workers for a while when it was slow.
 */
export function createNearby(db: DatabaseSync, options: EngineOptions): Nearby {
  const engine = createEngine(db, { ...options, bound: createBoundedSource });
  const verdicts = new Map<string, Verdict>();
  const remember = (query: string, verdict: Verdict): void => {
    if (verdicts.size >= rememberedQueries) verdicts.delete(verdicts.keys().next().value ?? "");
    verdicts.set(query, verdict);
  };
  const ban = (query: string): void =>
    remember(query, { isNear: false, slow: 0, until: performance.now() + banMs });
  const attempt = (request: QueryRequest): Uint8Array<ArrayBuffer> | null => {
    try {
      return engine(request);
    } catch (error) {
      if (error instanceof QueryError) throw error;
      // Whatever else went wrong goes wrong in a worker too, where it harms nobody.
      if (!(error instanceof UnboundedError) || error.isLasting) ban(request.query);
      return null;
    }
  };
  return {
    answer(request) {
      const { query } = request;
      const verdict = verdicts.get(query);
      if (!verdict?.isNear || !isShort(request)) return null;
      const before = process.threadCpuUsage();
      const json = attempt(request);
      const { user, system } = process.threadCpuUsage(before);
      verdict.slow += user + system > slowMicroseconds ? 1 : verdict.slow > 0 ? -0.1 : 0;
      if (verdict.slow > mostSlow) ban(query);
      return json;
    },
    learn(query, ms) {
      const known = verdicts.get(query);
      const isDecided = known !== undefined && (known.isNear || known.until > performance.now());
      if (!isDecided && ms < quickMs && query.length <= mostCharacters)
        remember(query, { isNear: true, slow: 0, until: Infinity });
    },
  };
}
