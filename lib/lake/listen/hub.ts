import type { Identity } from "#lake/auth/identity.ts";
import type { Lake } from "#lake/lake.ts";
import { isHiddenFrom, refuseHidden } from "#lake/require-dataset.ts";
import type { Commit } from "#lake/store.ts";

import { type Matcher, createMatcher } from "./matcher.ts";
import {
  type ListenOptions,
  type StreamEvent,
  formatMutation,
  isHeard,
  transitionOf,
} from "./mutation-event.ts";

export type ListenRequest = {
  dataset: string;
  query: string;
  params: Record<string, unknown>;
  options: ListenOptions;
  identity: Identity;
};

type Send = (event: StreamEvent) => void;
type Audience = { options: ListenOptions; sends: Set<Send> };
type Group = {
  dataset: string;
  identity: Identity;
  matches: Matcher;
  audiences: Map<string, Audience>;
};

/**
 * Everyone who listens.
 *
 * Listeners with the same filter share its parsing and evaluation, and those who also want the
 * same fields share the written event, so that two hundred of them cost little more than one.
 */
export class ListenHub {
  readonly #lake: Pick<Lake, "store" | "log" | "settings">;
  readonly #groups = new Map<string, Group>();
  #last: Promise<void> = Promise.resolve();

  constructor(lake: Pick<Lake, "store" | "log" | "settings">) {
    this.#lake = lake;
    lake.store.onCommit((commit) => this.#enqueue(commit));
  }

  /**
   * Send every change that the filter matches before or after it. Answers how to stop.
   *
   * @throws {HttpError} 400 when the query cannot be parsed, 401 for a dataset hidden from who asks.
   */
  subscribe(request: ListenRequest, send: Send): () => void {
    refuseHidden(this.#lake.store, request.dataset, request.identity);
    const key = JSON.stringify([
      request.dataset,
      request.query,
      request.params,
      request.identity?.id ?? null,
    ]);
    const group = this.#groups.get(key) ?? this.#createGroup(request);
    this.#groups.set(key, group);
    const audienceKey = JSON.stringify(request.options);
    const audience = group.audiences.get(audienceKey) ?? createAudience(request.options);
    group.audiences.set(audienceKey, audience);
    // A function of its own, so that the same listener can subscribe twice.
    const own: Send = (event) => send(event);
    audience.sends.add(own);
    return () => {
      audience.sends.delete(own);
      if (audience.sends.size === 0) group.audiences.delete(audienceKey);
      if (group.audiences.size === 0) this.#groups.delete(key);
    };
  }

  /** Send one listener what a commit means to it; for those who catch up. */
  async replay(request: ListenRequest, commit: Commit, send: Send): Promise<void> {
    const audiences = new Map([["", { options: request.options, sends: new Set([send]) }]]);
    await deliver(commit, { ...this.#createGroup(request), audiences });
  }

  #createGroup(request: ListenRequest): Group {
    const { dataset, identity } = request;
    const { projectId } = this.#lake.settings;
    const matches = createMatcher({ ...request, projectId });
    return { dataset, identity, matches, audiences: new Map() };
  }

  #enqueue(commit: Commit): void {
    // A dataset may have become private since.
    const groups = [...this.#groups.values()].filter(
      ({ dataset, identity }) =>
        dataset === commit.dataset && !isHiddenFrom(this.#lake.store, dataset, identity),
    );
    if (groups.length === 0) return;
    this.#last = this.#last
      .then(() => deliverAll(commit, groups))
      .catch((error: unknown) => this.#lake.log.error("A listener failed", { error }));
  }
}

function createAudience(options: ListenOptions): Audience {
  return { options, sends: new Set() };
}

async function deliverAll(commit: Commit, groups: readonly Group[]): Promise<void> {
  await Promise.all(groups.map((group) => deliver(commit, group)));
}

async function deliver(commit: Commit, { matches, audiences }: Group): Promise<void> {
  const transitions = await Promise.all(
    commit.changes.map(async ({ before, after }) =>
      transitionOf(await matches(before), await matches(after)),
    ),
  );
  for (const [index, change] of commit.changes.entries()) {
    const transition = transitions[index];
    if (!transition) continue;
    for (const { options, sends } of audiences.values()) {
      if (!isHeard(change.id, options)) continue;
      const event = formatMutation(commit, change, transition, options);
      for (const send of sends) send(event);
    }
  }
}
