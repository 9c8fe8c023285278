import { getCompileCacheDir } from "node:module";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";

import { HttpError } from "#lake/errors.ts";

import type { WorkerAnswer, WorkerOptions } from "./answering.ts";
import type { QueryRequest } from "./engine.ts";
import { QueryError } from "./parse.ts";
import { createBlame, createRenown } from "./reputation.ts";
import { threadTime } from "./thread-time.ts";

export type PoolOptions = {
  file: string;
  projectId: string;
  /** How long one query may run, not counting what a busy or sleeping machine kept it waiting. */
  deadlineMs: number;
  maxResultBytes: number;
  /** How many workers wait for queries, and how many there may be while some are stuck. */
  size: number;
  maxSize: number;
};

type Job = {
  request: QueryRequest;
  /** When it has waited for so long that it had better be asked again. */
  waiting?: NodeJS.Timeout;
  resolve: (json: Uint8Array<ArrayBuffer>) => void;
  reject: (error: Error) => void;
};

type Member = {
  worker: Worker;
  /** By this number the system counts its processor time. */
  thread: number | null;
  isReady: boolean;
  job: Job | null;
  /** When the job has to be done, or, without one, when a worker beyond the pool's size may go. */
  timer: NodeJS.Timeout | undefined;
  /** When the job has run for so long that the pool no longer counts on this worker. */
  patience: NodeJS.Timeout | undefined;
  isStuck: boolean;
  /** Its processor time when the pool lost patience with the job, in ms. */
  usedBefore: number | null;
  /** How many deadlines the job has had. */
  turns: number;
};

const patienceMs = 50;
const spareMs = 2000;
const restartMs = 1000;
/** How many deadlines a query stands in line before it is told to come again, or is left to a thread that is kept waiting. */
const mostTurns = 5;
const heapMegabytes = 48;
const youngMegabytes = 6;
const stackMegabytes = 8;

/** Where the lake's own code is kept compiled; V8 names a folder of its version in it. */
const compileCacheOf = (file: string): string => {
  const own = getCompileCacheDir();
  return own === undefined ? join(dirname(file), "compile-cache") : dirname(own);
};

/**
 * Threads that run queries, each within a deadline.
 *
 * A worker that overruns is ended and replaced. One that has been busy with a query for 50 ms no longer counts: another
 * is started in its place, up to `maxSize`, so that cheap queries do not wait behind a hostile one. The last worker
 * there may be is kept for queries known to be quick, so that they do not wait behind a crowd of hostile ones either.
 */
export class QueryPool {
  readonly #options: PoolOptions;
  readonly #members = new Set<Member>();
  readonly #queue: Job[] = [];
  readonly #blame = createBlame();
  readonly #renown = createRenown();
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#fill();
  }

  /** @throws {QueryError} when the query is wrong, too slow, too large or too hungry. */
  async run(request: QueryRequest): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#isClosed) throw shuttingDown();
    if (this.#blame.has(request)) throw this.#tooSlow(request);
    return new Promise((resolve, reject) => {
      const job: Job = { request, resolve, reject };
      this.#queue.push(job);
      this.#dispatch();
      if (this.#queue.includes(job))
        job.waiting = setTimeout(() => this.#giveUp(job), this.#options.deadlineMs * mostTurns);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#rejectAll(shuttingDown());
    const members = Array.from(this.#members);
    for (const member of members) this.#remove(member, shuttingDown());
    await Promise.all(members.map(({ worker }) => worker.terminate()));
  }

  #rejectAll(error: Error): void {
    for (const job of this.#queue.splice(0)) {
      clearTimeout(job.waiting);
      job.reject(error);
    }
  }

  #tooSlow({ query }: QueryRequest): QueryError {
    const description = `The query took longer than ${this.#options.deadlineMs} ms and was stopped: ask for less, or filter by an indexed field`;
    return new QueryError(description, { type: "queryTimeoutError", end: query.length });
  }

  #fill(): void {
    const { size, maxSize } = this.#options;
    const counted = (): number =>
      Array.from(this.#members).filter(({ isStuck }) => !isStuck).length;
    while (!this.#isClosed && counted() < size && this.#members.size < maxSize) this.#add();
  }

  #add(): void {
    const { file, projectId, maxResultBytes } = this.#options;
    const workerData: WorkerOptions = { file, projectId, maxResultBytes };
    const worker = new Worker(new URL("worker.ts", import.meta.url), {
      workerData,
      env: { NODE_COMPILE_CACHE: compileCacheOf(file) },
      resourceLimits: {
        maxOldGenerationSizeMb: heapMegabytes,
        maxYoungGenerationSizeMb: youngMegabytes,
        stackSizeMb: stackMegabytes,
      },
      execArgv: [],
    });
    const member: Member = {
      worker,
      thread: null,
      isReady: false,
      job: null,
      timer: undefined,
      patience: undefined,
      isStuck: false,
      usedBefore: null,
      turns: 0,
    };
    this.#members.add(member);
    worker.unref();
    worker.on("message", (answer: WorkerAnswer) => this.#settle(member, answer));
    worker.on("error", (error: Error) => this.#crash(member, error));
    worker.on("exit", () => this.#remove(member, new Error("A query worker ended")));
  }

  #giveUp(job: Job): void {
    const at = this.#queue.indexOf(job);
    if (at < 0) return;
    this.#queue.splice(at, 1);
    job.reject(
      new HttpError(503, "overloaded", "Too many queries are waiting; try again in a moment"),
    );
  }

  #start(member: Member, job: Job): void {
    clearTimeout(job.waiting);
    clearTimeout(member.timer);
    member.job = job;
    member.turns = 0;
    member.patience = setTimeout(() => {
      member.isStuck = true;
      member.usedBefore = threadTime(member.thread);
      this.#renown.drop(job.request.query);
      this.#fill();
    }, patienceMs);
    this.#watch(member);
    member.worker.postMessage(job.request, []);
  }

  #watch(member: Member): void {
    member.turns += 1;
    member.timer = setTimeout(() => {
      if (member.turns < mostTurns && this.#wasKeptWaiting(member)) this.#watch(member);
      else this.#expire(member);
    }, this.#options.deadlineMs);
  }

  /** Whether the thread got little of the processor since the pool lost patience: less than workers get that are busy beside each other. */
  #wasKeptWaiting({ thread, usedBefore }: Member): boolean {
    const used = threadTime(thread);
    if (used === null || usedBefore === null) return false;
    return used - usedBefore < this.#options.deadlineMs / 4;
  }

  #settle(member: Member, answer: WorkerAnswer): void {
    const { job } = member;
    clearTimeout(member.timer);
    clearTimeout(member.patience);
    if (job && !member.isStuck && answer.kind === "result") this.#renown.add(job.request.query);
    if (answer.kind === "ready") member.thread = answer.thread;
    member.isReady = true;
    member.isStuck = false;
    member.job = null;
    if (job) deliver(job, answer);
    if (answer.kind !== "ready" && answer.isSlowed)
      return this.#remove(member, new Error("The worker has become slow"));
    if (this.#members.size > this.#options.size)
      member.timer = setTimeout(() => this.#retire(member), spareMs);
    this.#dispatch();
  }

  #retire(member: Member): void {
    if (this.#members.size > this.#options.size)
      this.#remove(member, new Error("The worker was a spare"));
  }

  #expire(member: Member): void {
    if (!member.job) return;
    this.#blame.add(member.job.request);
    this.#remove(member, this.#tooSlow(member.job.request));
  }

  #crash(member: Member, cause: Error): void {
    if (!member.isReady) return this.#refuseAll(member, cause);
    const request = member.job?.request;
    const isMemory = "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
    if (!request || !isMemory)
      return this.#remove(member, new Error("A query worker died", { cause }));
    this.#blame.add(request);
    const description = "The query needs too much memory: ask for fewer documents or fields";
    const at = { type: "queryMemoryError", end: request.query.length, cause };
    this.#remove(member, new QueryError(description, at));
  }

  /** A worker that cannot even start would leave everybody waiting: say so, and try again in a second. */
  #refuseAll(member: Member, cause: Error): void {
    const error = new Error("A query worker could not start", { cause });
    this.#rejectAll(error);
    if (!this.#members.delete(member)) return;
    setTimeout(() => {
      this.#fill();
      this.#dispatch();
    }, restartMs).unref();
  }

  #remove(member: Member, error: Error): void {
    if (!this.#members.delete(member)) return;
    clearTimeout(member.timer);
    clearTimeout(member.patience);
    member.job?.reject(error);
    member.job = null;
    member.worker.terminate().catch(() => undefined);
    this.#fill();
    this.#dispatch();
  }

  #dispatch(): void {
    for (const member of this.#members) {
      if (member.job || !member.isReady) continue;
      const job = this.#next();
      if (!job) return;
      this.#start(member, job);
    }
  }

  #next(): Job | undefined {
    const stuck = Array.from(this.#members).filter(({ isStuck }) => isStuck).length;
    if (stuck < this.#options.maxSize - 1) return this.#queue.shift();
    const at = this.#queue.findIndex(({ request }) => this.#renown.has(request.query));
    return at < 0 ? undefined : this.#queue.splice(at, 1)[0];
  }
}

const shuttingDown = (): Error =>
  new HttpError(503, "shuttingDown", "The lake is shutting down; try again in a moment");

function deliver(job: Job, answer: WorkerAnswer): void {
  switch (answer.kind) {
    case "ready":
      return;
    case "result":
      return job.resolve(answer.json);
    case "refused": {
      const { type, description, start, end } = answer;
      return job.reject(new QueryError(description, { type, start, end }));
    }
    case "failed":
      return job.reject(new Error(`A query failed: ${answer.description}`));
  }
}
