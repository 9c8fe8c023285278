import type { DatabaseSync } from "node:sqlite";

type Emit<E> = (event: E) => void;
type Task<E> = {
  prepare: (() => Promise<void>) | null;
  run: (emit: Emit<E>) => void;
  settle: (failure: { error: unknown } | null) => void;
};

/**
 * One fsync for many transactions.
 *
 * Jobs that arrive while a commit is on its way to the disk are written together by the next one,
 * each inside a savepoint so that one refused job does not take the others with it. Answers and
 * events are given out after the commit only.
 */
export class GroupCommit<E> {
  readonly #db: DatabaseSync;
  readonly #publish: Emit<E>;
  #waiting: Task<E>[] = [];
  #isWorking = false;
  #idle: (() => void)[] = [];

  constructor(db: DatabaseSync, publish: Emit<E>) {
    this.#db = db;
    this.#publish = publish;
  }

  write<T>(job: (emit: Emit<E>) => T): Promise<T> {
    return this.#enqueue(null, job);
  }

  writeAfter<P, T>(prepare: () => Promise<P>, job: (prepared: P, emit: Emit<E>) => T): Promise<T> {
    let prepared: { value: P } | null = null;
    const look = async () => {
      prepared = { value: await prepare() };
    };
    return this.#enqueue(look, (emit) => {
      if (!prepared) throw new Error("A job ran before it was prepared");
      return job(prepared.value, emit);
    });
  }

  /** Wait until nothing is left to write. */
  drain(): Promise<void> {
    if (!this.#isWorking) return Promise.resolve();
    return new Promise((resolve) => {
      this.#idle.push(resolve);
    });
  }

  #enqueue<T>(prepare: Task<E>["prepare"], job: (emit: Emit<E>) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: { value: T } | null = null;
      this.#waiting.push({
        prepare,
        run: (emit) => {
          result = { value: job(emit) };
        },
        settle: (failure) => {
          if (failure) reject(failure.error);
          else if (result) resolve(result.value);
        },
      });
      if (!this.#isWorking) this.#goOn();
    });
  }

  /** Requests that arrive in the same turn are gathered before each commit. */
  #goOn(): void {
    this.#isWorking = this.#waiting.length > 0;
    if (this.#isWorking) setImmediate(() => this.#turn());
    else for (const resolve of this.#idle.splice(0)) resolve();
  }

  #turn(): void {
    const first = this.#waiting[0];
    if (first?.prepare) {
      this.#waiting.shift();
      first
        .prepare()
        .then(
          () => this.#commit([first]),
          (error: unknown) => first.settle({ error }),
        )
        .finally(() => this.#goOn());
      return;
    }
    this.#commit(this.#takeBatch());
    this.#goOn();
  }

  #takeBatch(): Task<E>[] {
    const until = this.#waiting.findIndex(({ prepare }) => prepare !== null);
    return this.#waiting.splice(0, until < 0 ? this.#waiting.length : until);
  }

  #commit(batch: readonly Task<E>[]): void {
    const events: E[] = [];
    const outcomes = new Map<Task<E>, { error: unknown } | null>();
    try {
      this.#db.exec("begin immediate");
      for (const task of batch) outcomes.set(task, this.#attempt(task, events));
      this.#db.exec("commit");
    } catch (error) {
      if (this.#db.isOpen && this.#db.isTransaction) this.#db.exec("rollback");
      for (const task of batch) task.settle({ error });
      return;
    }
    try {
      for (const event of events) this.#publish(event);
    } finally {
      for (const [task, outcome] of outcomes) task.settle(outcome);
    }
  }

  #attempt(task: Task<E>, events: E[]): { error: unknown } | null {
    const own: E[] = [];
    this.#db.exec("savepoint job");
    try {
      task.run((event) => own.push(event));
      this.#db.exec("release job");
      events.push(...own);
      return null;
    } catch (error) {
      // A full disk makes SQLite roll everything back itself: then the whole batch is lost.
      if (!this.#db.isTransaction) throw error;
      this.#db.exec("rollback to job; release job");
      return { error };
    }
  }
}
