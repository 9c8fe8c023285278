import { publishRelease } from "./actions/release-actions.ts";
import { systemIdentity } from "./auth/identity.ts";
import type { Document } from "./document.ts";
import type { Lake } from "./lake.ts";
import { transact } from "./transaction/commit.ts";

// Timers stand still while a machine sleeps, so the clock is looked at again and again.
const longestNapMs = 1000;

/**
 * Publishes scheduled releases when their time has come.
 *
 * What came due while the lake was down is published at its start. A release that cannot be
 * published becomes active again and says why in `error`.
 */
export class Scheduler {
  readonly #lake: Lake;
  readonly #due = new Map<string, { dataset: string; release: Document; at: number }>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(lake: Lake) {
    this.#lake = lake;
  }

  /** Read what is scheduled, publish what is due, and keep watch. */
  start(): void {
    const { store } = this.#lake;
    const rows = store.prepare(
      "select dataset, id from documents where dataset = ? and type = 'system.release'",
    );
    for (const { name } of store.listDatasets()) {
      for (const row of rows.all(name))
        this.#consider(name, store.getDocument(name, String(row["id"])));
    }
    store.onCommit(({ dataset, changes }) => {
      for (const { before, after } of changes) {
        if (before) this.#due.delete(keyOf(dataset, before));
        this.#consider(dataset, after);
      }
    });
    this.#tick();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #consider(dataset: string, release: Document | null): void {
    if (release?._type !== "system.release" || release["state"] !== "scheduled") return;
    const at = Date.parse(String(release["publishAt"]));
    if (!Number.isNaN(at)) this.#due.set(keyOf(dataset, release), { dataset, release, at });
  }

  #tick(): void {
    const now = Date.now();
    for (const [key, { dataset, release, at }] of this.#due) {
      if (at > now) continue;
      this.#due.delete(key);
      this.#publish(dataset, release).catch((error: unknown) =>
        this.#lake.log.error("A scheduled release failed", { release: release._id, error }),
      );
    }
    const next = Math.min(...[...this.#due.values()].map(({ at }) => at - now), longestNapMs);
    if (!this.#isClosed) this.#timer = setTimeout(() => this.#tick(), Math.max(next, 10));
  }

  async #publish(dataset: string, release: Document): Promise<void> {
    const request = {
      dataset,
      identity: systemIdentity,
      transactionId: undefined,
      content: null,
      dryRun: false,
    };
    try {
      await transact(this.#lake, request, (transaction) => {
        publishRelease(transaction, String(release["name"]));
        return [];
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#lake.log.error("A scheduled release could not be published", {
        release: release._id,
        error,
      });
      const set = { state: "active", error: { message } };
      await transact(this.#lake, request, (transaction) => [
        transaction.patch(release._id, { set, unset: ["publishAt"] }),
      ]);
    }
  }
}

function keyOf(dataset: string, { _id }: Document): string {
  return JSON.stringify([dataset, _id]);
}
