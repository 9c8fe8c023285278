import { IncomingMessage, ServerResponse } from "node:http";
import type { IncomingHttpHeaders, OutgoingHttpHeader, OutgoingHttpHeaders } from "node:http";
import { Socket } from "node:net";

/** What `next()` hands out, and what any request listener of ours looks like. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Question = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body?: Buffer;
};

/** A finished answer, held in memory. */
export type Answer = {
  status: number;
  headers: Record<string, OutgoingHttpHeader>;
  body: Buffer;
};

/**
 * Ask a request handler without a network and hold its whole answer.
 *
 * The visitor's connection is not involved: when he leaves, the page is still finished for those who wait for it.
 *
 * @throws when the handler fails, or has not answered within `deadline` ms.
 */
export async function exchange(
  handler: Handler,
  question: Question,
  deadline = 60_000,
): Promise<Answer> {
  const request = innerRequest(question);
  const response = new HeldResponse(request);
  const timer = setTimeout(() => {
    response.destroy(
      new Error(`No answer within ${deadline} ms: ${question.method} ${question.url}`),
    );
  }, deadline);
  try {
    const [answer] = await Promise.all([response.answer, handler(request, response)]);
    return answer;
  } finally {
    clearTimeout(timer);
    request.destroy();
  }
}

/** A request that comes from nowhere, its body already here. */
export function innerRequest({ method, url, headers, body }: Question): IncomingMessage {
  const request = new IncomingMessage(new Sink());
  Object.assign(request, {
    method,
    url,
    headers: { ...headers },
    httpVersion: "1.1",
    complete: true,
  });
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  if (body !== undefined && body.length > 0) request.push(body);
  request.push(null);
  return request;
}

/** A connection that swallows: node's own response keeps its books, and nothing is sent. */
class Sink extends Socket {
  override _write(_chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    done();
  }
  override _writev(_chunks: readonly unknown[], done: () => void): void {
    done();
  }
}

class HeldResponse extends ServerResponse {
  readonly answer: Promise<Answer>;
  readonly #chunks: Buffer[] = [];

  constructor(request: IncomingMessage) {
    super(request);
    this.assignSocket(new Sink());
    this.answer = new Promise((resolve, reject) => {
      this.once("error", reject);
      this.once("close", () => reject(new Error(`The answer to ${request.url} broke off`)));
      this.once("finish", () => {
        resolve({
          status: this.statusCode,
          headers: plain(this.getHeaders()),
          body: Buffer.concat(this.#chunks),
        });
        this.emit("close");
      });
    });
  }

  // node would otherwise keep headers given here out of getHeaders()
  override writeHead(status: number, ...rest: readonly unknown[]): this {
    for (const given of rest)
      if (typeof given === "object" && given !== null)
        this.setHeaders(new Map(Object.entries(given)));
    return super.writeHead(status);
  }

  // Always room: nothing is sent, so the `drain` that a piped file larger than 64 KB waits for would never come.
  override write(chunk: unknown, ...rest: readonly unknown[]): boolean {
    this.#hold(chunk, rest);
    super.write(chunk, callbackIn(rest));
    return true;
  }

  override end(...rest: readonly unknown[]): this {
    this.#hold(rest[0], rest.slice(1));
    return super.end(callbackIn(rest));
  }

  override destroy(error?: Error): this {
    if (error !== undefined) this.emit("error", error);
    this.emit("close");
    return this;
  }

  #hold(chunk: unknown, rest: readonly unknown[]): void {
    const encoding = typeof rest[0] === "string" && Buffer.isEncoding(rest[0]) ? rest[0] : "utf8";
    if (typeof chunk === "string") this.#chunks.push(Buffer.from(chunk, encoding));
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }
}

function callbackIn(values: readonly unknown[]): () => void {
  const callback = values.find((value) => typeof value === "function");
  return () => callback?.();
}

function plain(headers: OutgoingHttpHeaders): Answer["headers"] {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
