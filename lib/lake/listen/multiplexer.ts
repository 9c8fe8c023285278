import { randomUUID } from "node:crypto";

import { type Identity, identityIn } from "#lake/auth/identity.ts";
import { describeError, HttpError } from "#lake/errors.ts";

import type { ListenHub, ListenRequest } from "./hub.ts";
import type { StreamEvent } from "./mutation-event.ts";

/** A tab of the Studio with many panes open has some dozens. */
const mostSubscriptions = 500;

type Connection = {
  identity: Identity;
  write: (line: string) => void;
  subscriptions: Map<string, () => void>;
};

/**
 * Many listeners over one streaming answer.
 *
 * A browser opens six connections to a host and an open document needs as many listeners; without
 * this the Studio's form waits for a line that never comes free.
 */
export class Multiplexer {
  readonly #hub: ListenHub;
  readonly #connections = new Map<string, Connection>();

  constructor(hub: ListenHub) {
    this.#hub = hub;
  }

  /** Open a connection; its id is the first line. Answers how to close it. */
  connect(identity: Identity, write: (line: string) => void): () => void {
    const id = randomUUID();
    const subscriptions = new Map<string, () => void>();
    this.#connections.set(id, { identity, write, subscriptions });
    write(`${JSON.stringify({ connection: id })}\n`);
    return () => {
      for (const stop of subscriptions.values()) stop();
      this.#connections.delete(id);
    };
  }

  /** Whether a connection is open and belongs to who asks. */
  has(connection: string, identity: Identity): boolean {
    const open = this.#connections.get(connection);
    return open !== undefined && open.identity?.id === identity?.id;
  }

  /** Start a listener; a query that cannot be parsed is told on the stream as a `channelError`. */
  subscribe(connection: string, id: string, request: Omit<ListenRequest, "identity">): void {
    const open = this.#connections.get(connection);
    if (!open) return;
    this.unsubscribe(connection, id);
    const send = ({ type, text }: StreamEvent) => open.write(formatLine(id, type, text));
    try {
      if (open.subscriptions.size >= mostSubscriptions) throw tooMany();
      const identity = identityIn(open.identity, request.dataset);
      open.subscriptions.set(id, this.#hub.subscribe({ ...request, identity }, send));
      send({ type: "welcome", text: JSON.stringify({ listenerName: randomUUID() }) });
    } catch (error) {
      send({ type: "channelError", text: JSON.stringify(describeError(error).body) });
    }
  }

  unsubscribe(connection: string, id: string): void {
    const subscriptions = this.#connections.get(connection)?.subscriptions;
    subscriptions?.get(id)?.();
    subscriptions?.delete(id);
  }
}

const tooMany = (): HttpError =>
  new HttpError(429, "tooManyRequests", `A connection has at most ${mostSubscriptions} listeners`);

/** `text` is an object as JSON already; only its type is put in front. */
function formatLine(id: string, type: string, text: string): string {
  const rest = text === "{}" ? "}" : `,${text.slice(1)}`;
  return `{"id":${JSON.stringify(id)},"event":{"type":${JSON.stringify(type)}${rest}}\n`;
}
