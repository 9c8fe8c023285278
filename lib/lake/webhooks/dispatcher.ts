import type { Lake } from "#lake/lake.ts";
import { type Gate, createGate } from "#lake/limits/gate.ts";
import { latestSequence, listCommitsSince, rebuildCommits } from "#lake/listen/resume.ts";
import type { Change, Commit } from "#lake/store.ts";

import {
  type Delivery,
  deleteOldDeliveries,
  getCursor,
  idempotencyKey,
  insertDeliveries,
  listPending,
  recordAttempt,
  setCursor,
} from "./deliveries.ts";
import { type Hook, compileHook, createPayload, operationOf } from "./payload.ts";
import { attemptDelivery } from "./send.ts";

// Changes that are read again after a crash when they concern no webhook.
const maxQuiet = 200;
const maxCaughtUp = 100_000;
// Requests under way to one webhook; a receiver that is slow or dead takes no place from another.
const mostAtOnce = 8;

type GatedHook = Hook & { gate: Gate };
type DispatcherLake = Pick<Lake, "store" | "log" | "settings">;

/**
 * Tell the configured webhooks of every change.
 *
 * A message goes out at once and is kept beside; what was not kept when the process died is worked
 * out again from the history at the next start, under the same idempotency key. Messages about one
 * document go out in order, one after the other; those about different ones go out together, a few at a time. What
 * waits to be tried again takes no place.
 */
export class WebhookDispatcher {
  readonly #lake: DispatcherLake;
  readonly #hooks: readonly GatedHook[];
  readonly #abort = new AbortController();
  readonly #queues = new Map<string, Promise<void>>();
  readonly #quiet = new Map<Hook, number>();
  #watchedFrom = 0;
  #open: () => void = () => {};
  #last: Promise<void> = Promise.resolve();

  /** @throws {StartupError} when a filter or projection cannot be parsed. */
  constructor(lake: DispatcherLake) {
    this.#lake = lake;
    this.#hooks = lake.settings.webhooks.map((hook) => ({
      ...compileHook(hook),
      gate: createGate({ concurrent: mostAtOnce, waiting: Number.POSITIVE_INFINITY }),
    }));
  }

  /**
   * Watch what comes, from now on. Nothing is sent before `start`: a lake that finds its port taken
   * must not speak for the one that holds it.
   */
  watch(): void {
    if (this.#hooks.length === 0) return;
    const { store } = this.#lake;
    this.#watchedFrom = latestSequence(store);
    this.#last = new Promise((resolve) => {
      this.#open = resolve;
    });
    store.onCommit((commit) => this.#enqueue(commit));
  }

  /** Send what is left from before, catch up with what was missed, then what has come since. */
  async start(): Promise<void> {
    if (this.#hooks.length === 0) return;
    const { store } = this.#lake;
    await store.write(() => deleteOldDeliveries(store, Date.now()));
    await Promise.all(this.#hooks.map((hook) => this.#recover(hook)));
    this.#open();
  }

  /** Stop sending; what is under way is sent again at the next start. */
  close(): void {
    this.#abort.abort();
  }

  async #recover(hook: GatedHook): Promise<void> {
    const { store, log } = this.#lake;
    const { name, dataset } = hook;
    for (const delivery of listPending(store, name)) this.#send(hook, delivery);
    const cursor = getCursor(store, name, dataset);
    const until = this.#watchedFrom;
    const range = { until, limit: maxCaughtUp };
    const missed = cursor === null ? [] : listCommitsSince(store, dataset, cursor, range);
    if (missed === null) log.warn("A webhook missed too many changes to catch up", { hook: name });
    for await (const commit of rebuildCommits(store, missed ?? []))
      await this.#dispatch(hook, commit);
    await store.write(() => setCursor(store, name, dataset, until));
  }

  #enqueue(commit: Commit): void {
    const wanted = this.#hooks.filter(({ dataset }) => dataset === commit.dataset);
    if (wanted.length === 0) return;
    this.#last = this.#last
      .then(() => Promise.all(wanted.map((hook) => this.#dispatch(hook, commit))))
      .then(() => undefined)
      .catch((error: unknown) => this.#lake.log.error("A webhook failed", { error }));
  }

  async #dispatch(hook: GatedHook, commit: Commit): Promise<void> {
    const messages = await Promise.all(
      commit.changes.map((change) => this.#createDelivery(hook, commit, change)),
    );
    const deliveries = messages.filter((message) => message !== null);
    const { store } = this.#lake;
    const cursor = commit.changes.at(-1)?.sequence ?? 0;
    const quiet = deliveries.length > 0 ? 0 : (this.#quiet.get(hook) ?? 0) + commit.changes.length;
    this.#quiet.set(hook, quiet % maxQuiet);
    if (deliveries.length === 0 && quiet < maxQuiet) return;
    const kept = store.write(() => {
      insertDeliveries(store, deliveries);
      setCursor(store, hook.name, hook.dataset, cursor);
    });
    for (const delivery of deliveries) this.#send(hook, delivery);
    await kept;
  }

  async #createDelivery(hook: Hook, commit: Commit, change: Change): Promise<Delivery | null> {
    const { store, settings } = this.#lake;
    const payload = await createPayload(store, settings.projectId, hook, change);
    if (payload === null) return null;
    const { dataset, transactionId, timestamp } = commit;
    return {
      key: idempotencyKey(hook.name, dataset, transactionId, change.id),
      hook: hook.name,
      dataset,
      documentId: change.id,
      transactionId,
      operation: operationOf(change),
      payload,
      isPurged: change.isPurged,
      attempts: 0,
      createdAt: timestamp,
    };
  }

  #send(hook: GatedHook, delivery: Delivery): void {
    const key = JSON.stringify([hook.name, delivery.dataset, delivery.documentId]);
    const before = this.#queues.get(key) ?? Promise.resolve();
    const sent = before
      .then(() => this.#deliver(hook, delivery))
      .catch((error: unknown) => this.#lake.log.error("A webhook failed", { error }))
      .finally(() => {
        if (this.#queues.get(key) === sent) this.#queues.delete(key);
      });
    this.#queues.set(key, sent);
  }

  async #deliver(hook: GatedHook, given: Delivery): Promise<void> {
    const { signal } = this.#abort;
    const { store, log, settings } = this.#lake;
    const delivery = { ...given, attempts: given.attempts + 1 };
    const attempt = await hook.gate.run(async () =>
      signal.aborted ? null : attemptDelivery(hook, delivery, settings.projectId, signal),
    );
    if (signal.aborted || attempt === null) return;
    const isKept = await store.write(() => recordAttempt(store, delivery, attempt));
    if (!isKept || attempt.status === "delivered") return;
    const { responseStatus, failure, status } = attempt;
    const { documentId, attempts } = delivery;
    log.warn("A webhook did not arrive", {
      hook: hook.name,
      documentId,
      attempts,
      responseStatus,
      failure,
      status,
    });
    if (status === "failed") return;
    await wait(attempt.nextAttemptAt - Date.now(), signal);
    await this.#deliver(hook, delivery);
  }
}

/** Sleep, unless it is over; the process does not stay alive for it. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(0, ms)).unref();
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
