import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

import { z } from "zod";

import type { Identity } from "#lake/auth/identity.ts";
import type { Document } from "#lake/document.ts";
import { HttpError } from "#lake/errors.ts";
import type { Log } from "#lake/log.ts";
import type { Settings } from "#lake/settings.ts";
import type { Store } from "#lake/store.ts";

import { createAnswerCache } from "./answer-cache.ts";
import { createEngine, type QueryRequest } from "./engine.ts";
import type { Perspective } from "./layers.ts";
import { createNearby } from "./nearby.ts";
import { QueryError } from "./parse.ts";
import { QueryPool } from "./pool.ts";

/** A query as a client asks it. */
type Question = {
  dataset: string;
  query: string;
  params: Record<string, unknown>;
  perspective: string | readonly string[];
  identity: Identity;
};

export type QueryService = {
  /** Answer with the result as JSON in UTF-8, ready to be sent. */
  answer(question: Question): Promise<Uint8Array<ArrayBuffer>>;
  /** Answer with the result as a value. */
  run(question: Question): Promise<unknown>;
  /** Tell for each document whether the query finds it, as if it were the only one. */
  finds(
    question: Omit<Question, "perspective">,
    documents: readonly Document[],
  ): Promise<boolean[]>;
  close(): Promise<void>;
};

/** Stuck queries may take this many threads more than the pool's size before the others have to wait. */
const reliefWorkers = 2;

const perspectiveName = /^[A-Za-z0-9_-]+$/;

/**
 * Read a perspective: `raw`, `published`, `drafts` (once `previewDrafts`), or a list of layers, uppermost first.
 *
 * @throws {HttpError} 400 for a name that cannot be one, and for `raw` among others.
 */
function readPerspective(given: string | readonly string[]): Perspective {
  const names = [given].flat().flatMap((name) => name.split(",").map((part) => part.trim()));
  const isList = names.length > 1;
  if (!names.every((name) => perspectiveName.test(name)) || (isList && names.includes("raw"))) {
    throw new HttpError(
      400,
      "queryError",
      `The perspective "${names.join(",")}" is not one: say raw, published, drafts, or a list of release names`,
    );
  }
  const [first] = names;
  return !isList && (first === "raw" || first === "published") ? first : names;
}

function toRequest({ dataset, query, params, perspective, identity }: Question): QueryRequest {
  return {
    dataset,
    query,
    params,
    perspective: readPerspective(perspective),
    isAnonymous: identity === null,
    identity: identity?.id ?? "",
    now: Date.now(),
  };
}

/** Say what is wrong with a query in a 400; other errors stay as they are. */
export function toHttpError(error: unknown, query: string): unknown {
  if (!(error instanceof QueryError)) return error;
  const { type, message, start, end } = error;
  return new HttpError(400, type, message, { cause: error, details: { query, start, end } });
}

type Runner = {
  run(request: QueryRequest): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
};

/** A file has workers; a store in memory exists for its own thread only. */
function createRunner(store: Store, settings: Settings): Runner {
  const { dataDir, projectId, query } = settings;
  const maxResultBytes = query.maxResultBytes;
  if (dataDir === ":memory:") {
    const answer = createEngine(store.db, { projectId, maxResultBytes });
    return { run: async (request) => answer(request), close: async () => undefined };
  }
  const size = Math.max(2, Math.min(query.workers ?? availableParallelism(), 8));
  const pool = new QueryPool({
    file: join(dataDir, "lake.db"),
    projectId,
    maxResultBytes,
    deadlineMs: query.deadlineMs,
    size,
    maxSize: size + reliefWorkers,
  });
  const nearby = createNearby(store.db, { projectId, maxResultBytes });
  const runFar = async (request: QueryRequest): Promise<Uint8Array<ArrayBuffer>> => {
    const start = performance.now();
    const json = await pool.run(request);
    nearby.learn(request.query, performance.now() - start);
    return json;
  };
  const cache = createAnswerCache(store.db);
  const runAnew = async (request: QueryRequest): Promise<Uint8Array<ArrayBuffer>> =>
    nearby.answer(request) ?? runFar(request);
  return {
    run: (request) =>
      request.candidates ? pool.run(request) : cache.answer(request, () => runAnew(request)),
    close: () => pool.close(),
  };
}

function startIndexer({ dataDir }: Settings, log: Log): () => Promise<unknown> {
  if (dataDir === ":memory:") return async () => undefined;
  const worker = new Worker(new URL("indexer.ts", import.meta.url), {
    workerData: { file: join(dataDir, "lake.db") },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 3 },
  });
  worker.unref();
  worker.on("error", (error) =>
    log.error("The text index is no longer kept up to date", { error }),
  );
  return () => worker.terminate();
}

const valueOf = (json: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(json));

/** Start what answers queries: a pool of workers, and the thread that keeps the text index. */
export function createQueryService(store: Store, settings: Settings, log: Log): QueryService {
  const runner = createRunner(store, settings);
  const stopIndexer = startIndexer(settings, log);
  const ask = async (request: QueryRequest): Promise<Uint8Array<ArrayBuffer>> => {
    try {
      return await runner.run(request);
    } catch (error) {
      throw toHttpError(error, request.query);
    }
  };
  const answer = async (question: Question): Promise<Uint8Array<ArrayBuffer>> =>
    ask(toRequest(question));
  return {
    answer,
    run: async (question) => valueOf(await answer(question)),
    finds: async (question, candidates) => {
      const request = { ...toRequest({ ...question, perspective: "raw" }), candidates };
      return z.array(z.boolean()).parse(valueOf(await ask(request)));
    },
    close: async () => {
      await Promise.all([runner.close(), stopIndexer()]);
    },
  };
}
