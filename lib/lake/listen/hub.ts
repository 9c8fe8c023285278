import { isStillKnown } from "#lake/auth/identify.ts";
import { type Identity, unauthorized } from "#lake/auth/identity.ts";
import { HttpError, describeError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import { isHiddenFrom, refuseHidden } from "#lake/require-dataset.ts";
import type { Commit } from "#lake/store.ts";

import { type Matcher, createMatcher } from "./matcher.ts";
import {
  type ListenOptions,
  type StreamEvent,
  formatMutations,
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
  /** Settles once everything before has been told. */
  told: Promise<void>;
};
type HubLake = Pick<Lake, "store" | "log" | "settings" | "queries" | "access">;

/**
 * Everyone who listens.
 *
 * Listeners with the same filter share its parsing and evaluation, and those who also want the
 * same fields share the written event, so that two hundred of them cost little more than one.
 */
export class ListenHub {
  readonly #lake: HubLake;
  readonly #groups = new Map<string, Group>();

  constructor(lake: HubLake) {
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
      if (group.audiences.size === 0) this.#forget(key, group);
    };
  }

  /** Send one listener what a commit means to it; for those who catch up. */
  async replay(request: ListenRequest, commit: Commit, send: Send): Promise<void> {
    const audience = { options: request.options, sends: new Set([send]) };
    await deliver(commit, this.#createGroup(request).matches, recipientsOf([audience]));
  }

  #createGroup(request: ListenRequest): Group {
    const { dataset, identity } = request;
    const { settings, queries } = this.#lake;
    const matches = createMatcher(request, { projectId: settings.projectId, queries });
    return { dataset, identity, matches, audiences: new Map(), told: Promise.resolve() };
  }

  /** Each filter has a line of its own, so that one which takes long holds up only who asked for it. */
  #enqueue(commit: Commit): void {
    const isKnown = once((identity) => isStillKnown(identity, this.#lake.access));
    for (const [key, group] of this.#groups) {
      // A dataset may have become private since.
      const isConcerned =
        group.dataset === commit.dataset &&
        !isHiddenFrom(this.#lake.store, group.dataset, group.identity);
      if (!isConcerned) continue;
      if (!isKnown(group.identity)) {
        this.#end(key, group, unauthorized("Unauthorized - The token or account is gone"));
        continue;
      }
      // Whoever comes after the commit reads what it wrote, and must not hear of it as news.
      const recipients = recipientsOf(group.audiences.values());
      group.told = group.told
        .then(() => deliver(commit, group.matches, recipients))
        .catch((error: unknown) => this.#end(key, group, error));
    }
  }

  /** Whoever missed one event must not take the next for the whole: the listener is told and ended. */
  #end(key: string, group: Group, error: unknown): void {
    // Everybody's lines are cut in a moment, and come back.
    if (error instanceof HttpError && error.status === 503) return;
    if (!(error instanceof HttpError)) this.#lake.log.error("A listener failed", { error });
    this.#forget(key, group);
    const event = { type: "channelError", text: JSON.stringify(describeError(error).body) };
    const audiences = [...group.audiences.values()];
    group.audiences.clear();
    for (const { sends } of audiences) for (const send of sends) send(event);
  }

  #forget(key: string, group: Group): void {
    if (this.#groups.get(key) === group) this.#groups.delete(key);
  }
}

/** Look an identity up once, however many listeners it has. */
function once(look: (identity: Identity) => boolean): (identity: Identity) => boolean {
  const known = new Map<string | undefined, boolean>();
  return (identity) => {
    const found = known.get(identity?.id) ?? look(identity);
    known.set(identity?.id, found);
    return found;
  };
}

function createAudience(options: ListenOptions): Audience {
  return { options, sends: new Set() };
}

type Recipients = { audience: Audience; sends: readonly Send[] };

function recipientsOf(audiences: Iterable<Audience>): Recipients[] {
  return Array.from(audiences, (audience) => ({ audience, sends: [...audience.sends] }));
}

async function deliver(
  commit: Commit,
  matches: Matcher,
  recipients: readonly Recipients[],
): Promise<void> {
  const before = await matches(commit.changes.map((change) => change.before));
  const after = await matches(commit.changes.map((change) => change.after));
  const concerned = commit.changes.flatMap((change, index) => {
    const transition = transitionOf(before[index] === true, after[index] === true);
    return transition ? [{ change, transition }] : [];
  });
  for (const { audience, sends } of recipients) {
    const heard = concerned.filter(({ change }) => isHeard(change.id, audience.options));
    for (const event of formatMutations(commit, heard, audience.options))
      for (const send of sends) if (audience.sends.has(send)) send(event);
  }
}
