import { z } from "zod";

export type ListenerEvent = { type: string } & Record<string, unknown>;

export type Listener = {
  dataset: string;
  query: string;
  params: Record<string, unknown>;
  options: Record<string, unknown>;
  receive: (event: ListenerEvent) => void;
};

const firstRetry = 500;
const slowestRetry = 15_000;
/** How long the stream outlives its last listener: panes close and open in the same breath. */
const linger = 3000;
/** The lake says something every 15 s; a stream silent for longer is dead though nobody closed it. */
const longestSilence = 40_000;

/** Why a stream was ended: nobody listened. */
const unheard = Symbol("unheard");

const lineSchema = z.union([
  z.object({ connection: z.string() }),
  z.object({ id: z.string(), event: z.looseObject({ type: z.string() }) }),
]);

/**
 * Carry every listener of a browser tab over one stream.
 *
 * HTTP/1.1 gives a browser six connections a host and one open document holds six listeners, so with
 * an EventSource each the form never becomes editable. A lost stream is opened again; its listeners
 * hear `reconnect`, then a new `welcome`, as they would from an EventSource of @sanity/client.
 */
export class Multiplexer {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #listeners = new Map<string, Listener>();
  #waiting: string[] = [];
  #connection: string | null = null;
  #stream: AbortController | null = null;
  /** Whether the lake has given the stream its connection. */
  #hasOpened = false;
  /** How many requests about listeners are under way. */
  #asking = 0;
  #delay = firstRetry;

  /** `url` is the lake's `…/lake/multiplex`; `headers` go with every request to it. */
  constructor(url: string, headers: Record<string, string> = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  /** Start a listener; the answer stops it. */
  add(listener: Listener): () => void {
    const id = crypto.randomUUID();
    this.#listeners.set(id, listener);
    if (this.#stream === null) void this.#open();
    else if (this.#waiting.push(id) === 1) queueMicrotask(() => this.#announce());
    return () => this.#remove(id);
  }

  #remove(id: string): void {
    this.#listeners.delete(id);
    void this.#post({ unsubscribe: [id] });
    setTimeout(() => this.#endUnheard(), linger);
  }

  /** End the stream when nobody listens, once the lake has answered what it was asked about it: it would not know it any more. */
  #endUnheard(): void {
    if (this.#listeners.size > 0) return;
    if (this.#asking > 0) setTimeout(() => this.#endUnheard(), linger);
    else this.#end(this.#stream, unheard);
  }

  /** The stream takes a while to be over; whoever comes meanwhile must not ask for its connection. */
  #end(stream: AbortController | null, reason?: typeof unheard): void {
    if (stream === null || stream !== this.#stream) return;
    this.#connection = null;
    stream.abort(reason);
  }

  async #open(): Promise<void> {
    const stream = new AbortController();
    this.#stream = stream;
    this.#hasOpened = false;
    try {
      await this.#read(stream.signal);
    } catch {
      // A dropped stream is ordinary: it is opened again below.
    }
    this.#connection = null;
    if (this.#listeners.size === 0) {
      this.#stream = null;
      return;
    }
    const isUnheard = stream.signal.reason === unheard;
    this.#delay = this.#hasOpened ? firstRetry : Math.min(this.#delay * 2, slowestRetry);
    setTimeout(() => void this.#open(), isUnheard ? 0 : this.#delay);
    // Who came while a stream ended that nobody heard has missed nothing.
    if (this.#hasOpened && !isUnheard)
      for (const { receive } of this.#listeners.values()) receive({ type: "reconnect" });
  }

  async #read(signal: AbortSignal): Promise<void> {
    const init = { credentials: "include" as const, headers: this.#headers, signal };
    const { ok, body } = await fetch(this.#url, init);
    if (!ok || body === null) return;
    const silence = new Silence(() => this.#end(this.#stream));
    let rest = "";
    const lines = new WritableStream<string>({
      write: (chunk) => {
        silence.startAgain();
        const parts = (rest + chunk).split("\n");
        rest = parts.pop() ?? "";
        for (const part of parts) if (part.trim() !== "") this.#handle(part);
      },
    });
    await body
      .pipeThrough(new TextDecoderStream())
      .pipeTo(lines)
      .finally(() => silence.end());
  }

  #handle(line: string): void {
    const message = lineSchema.parse(JSON.parse(line));
    if ("event" in message) {
      this.#listeners.get(message.id)?.receive(message.event);
      return;
    }
    this.#hasOpened = true;
    this.#connection = message.connection;
    this.#waiting = [...this.#listeners.keys()];
    this.#announce();
  }

  #announce(): void {
    if (this.#connection === null) return;
    const subscribe = this.#waiting.flatMap((id) => {
      const listener = this.#listeners.get(id);
      if (listener === undefined) return [];
      const { dataset, query, params, options } = listener;
      return [{ id, dataset, query, params, options }];
    });
    this.#waiting = [];
    if (subscribe.length > 0) void this.#post({ subscribe });
  }

  /** A lake that no longer knows the connection, or cannot be reached, ends the stream: start over. */
  async #post(body: object): Promise<void> {
    if (this.#connection === null) return;
    const stream = this.#stream;
    const text = JSON.stringify({ connection: this.#connection, ...body });
    const headers = { ...this.#headers, "content-type": "application/json" };
    const init = { method: "POST", credentials: "include" as const, headers, body: text };
    this.#asking += 1;
    const isTaken = await fetch(this.#url, init).then(
      ({ ok }) => ok,
      () => false,
    );
    this.#asking -= 1;
    if (!isTaken) this.#end(stream);
  }
}

/** Calls back when nothing was heard for too long. */
class Silence {
  readonly #onTooLong: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onTooLong: () => void) {
    this.#onTooLong = onTooLong;
    this.startAgain();
  }

  startAgain(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onTooLong, longestSilence);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
