import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";

import { createEngine, type QueryRequest } from "./engine.ts";
import { QueryError } from "./parse.ts";
import { threadNumber } from "./thread-time.ts";
import { isSlowed, startClock } from "./yielding.ts";

/** What a worker says: that it has started, as which thread, then for each query the result, a fault of the query, or a fault of ours. */
export type WorkerAnswer =
  | { kind: "ready"; thread: number | null }
  | (Outcome & { isSlowed: boolean });

type Outcome =
  | { kind: "result"; json: Uint8Array<ArrayBuffer> }
  | { kind: "refused"; type: string; description: string; start: number; end: number }
  | { kind: "failed"; description: string };

/** What a worker is started with. */
export type WorkerOptions = { file: string; projectId: string; maxResultBytes: number };

const { file, ...options }: WorkerOptions = workerData;
const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
db.exec("pragma cache_size = -4096; pragma temp_store = memory");
const answer = createEngine(db, options);

function respond(request: QueryRequest): Outcome {
  try {
    return { kind: "result", json: answer(request) };
  } catch (error) {
    if (error instanceof QueryError) {
      const { type, message, start, end } = error;
      return { kind: "refused", type, description: message, start, end };
    }
    return {
      kind: "failed",
      description: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

parentPort?.on("message", (request: QueryRequest) => {
  startClock();
  const response: WorkerAnswer = { ...respond(request), isSlowed: isSlowed() };
  parentPort?.postMessage(response, response.kind === "result" ? [response.json.buffer] : []);
});

const ready: WorkerAnswer = { kind: "ready", thread: threadNumber() };
parentPort?.postMessage(ready, []);
