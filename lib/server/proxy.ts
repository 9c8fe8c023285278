import { Agent as HttpAgent, request as httpRequest } from "node:http";
import type {
  ClientRequest,
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream";

import { uploadPolicy } from "./headers.ts";
import { refuse } from "./limits.ts";
import type { Visitor } from "./limits.ts";

export type Proxy = {
  web(request: IncomingMessage, response: ServerResponse, visitor: Visitor): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, visitor: Visitor): void;
  close(): void;
};

const prefix = "/api/lake";
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

export function isForLake(url: string): boolean {
  return url.startsWith(`${prefix}/`) || url === prefix || url.startsWith(`${prefix}?`);
}

/**
 * Pass `/api/lake/*` on to the lake, the prefix taken off: streams both ways, event streams and websockets.
 *
 * While the lake is away the answer is 503 with `Retry-After`; who it was that asked is told by this door alone.
 */
export function createLakeProxy(lakeUrl: string): Proxy {
  const agent = new HttpAgent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const base = new URL(lakeUrl);
  const target = (request: IncomingMessage, headers: IncomingHttpHeaders) => ({
    host: base.hostname,
    port: base.port,
    method: request.method,
    path: (request.url ?? "").slice(prefix.length).replace(/^(?!\/)/, "/"),
    headers,
  });
  return {
    web(request, response, visitor) {
      const headers = forwarded(request, visitor);
      pass(request, response, () => httpRequest({ ...target(request, headers), agent }));
    },
    upgrade(request, socket, head, visitor) {
      const headers = {
        ...forwarded(request, visitor),
        connection: "Upgrade",
        upgrade: request.headers.upgrade,
      };
      passUpgrade(socket, head, httpRequest(target(request, headers)));
    },
    close: () => agent.destroy(),
  };
}

/**
 * Where content lives on hosted Sanity, only its pictures and files pass here: the visitor meets no other host.
 *
 * Neither cookies nor tokens go along.
 */
export function createCdnProxy(cdn: string): Proxy {
  const base = new URL(cdn);
  const [ask, agent] =
    base.protocol === "https:"
      ? [httpsRequest, new HttpsAgent({ keepAlive: true })]
      : [httpRequest, new HttpAgent({ keepAlive: true })];
  return {
    web(request, response) {
      const path = (request.url ?? "").slice(prefix.length);
      if (!/^\/(?:images|files)\/[^/]/.test(path) || !isReading(request))
        return refuse(response, 404);
      const headers = {
        ...pick(request.headers, [
          "accept",
          "range",
          "if-none-match",
          "if-modified-since",
          "if-range",
        ]),
      };
      const options = { method: request.method, headers, agent };
      pass(request, response, () => ask(new URL(path, base), options));
    },
    upgrade: (_request, socket) => void socket.destroy(),
    close: () => agent.destroy(),
  };
}

function isReading({ method }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD";
}

function pick(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
}

function forwarded(request: IncomingMessage, { address, protocol }: Visitor): IncomingHttpHeaders {
  return {
    ...withoutHops(request.headers),
    "x-forwarded-for": address,
    "x-forwarded-host": request.headers.host,
    "x-forwarded-proto": protocol,
  };
}

function withoutHops(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = new Set(
    String(headers.connection ?? "")
      .toLowerCase()
      .split(/\s*,\s*/),
  );
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hopByHop.has(name) && !named.has(name)),
  );
}

function pass(request: IncomingMessage, response: ServerResponse, ask: () => ClientRequest): void {
  const outgoing = ask();
  const isWithoutBody =
    isReading(request) &&
    !request.headers["content-length"] &&
    !request.headers["transfer-encoding"];
  outgoing.on("response", (incoming) => {
    response.writeHead(
      incoming.statusCode ?? 502,
      incoming.statusMessage,
      answerHeaders(request, incoming),
    );
    if (isEventStream(incoming)) response.flushHeaders();
    pipeline(incoming, response, () => {});
  });
  outgoing.on("error", (error: NodeJS.ErrnoException) => {
    if (response.destroyed) return;
    // A connection that was kept may be closed at the very moment it is used again; nobody has read the request.
    if (isWithoutBody && outgoing.reusedSocket && !response.headersSent && isClosed(error))
      return pass(request, response, ask);
    refuse(response, error.code === "ECONNREFUSED" ? 503 : 502, { "retry-after": "2" });
  });
  response.on("close", () => outgoing.destroy());
  if (isWithoutBody) outgoing.end();
  else pipeline(request, outgoing, () => {});
}

function isClosed({ code }: NodeJS.ErrnoException): boolean {
  return code === "ECONNRESET" || code === "EPIPE";
}

function isEventStream(incoming: IncomingMessage): boolean {
  return /event-stream|ndjson/.test(incoming.headers["content-type"] ?? "");
}

function answerHeaders(request: IncomingMessage, incoming: IncomingMessage): IncomingHttpHeaders {
  const isUpload = /^\/api\/lake\/(?:v[^/]+\/)?(?:images|files)\//.test(request.url ?? "");
  // What a browser's own viewer shows stays blank under that policy.
  const isForViewer = /^(?:application\/pdf|video\/|audio\/)/.test(
    incoming.headers["content-type"] ?? "",
  );
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    ...(isUpload && !isForViewer ? { "content-security-policy": uploadPolicy } : {}),
    ...withoutHops(incoming.headers),
  };
}

function passUpgrade(socket: Duplex, head: Buffer, outgoing: ClientRequest): void {
  outgoing.on("upgrade", (incoming, upstream, upstreamHead) => {
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${rawHeaders(incoming)}\r\n\r\n`);
    if (upstreamHead.length > 0) socket.write(upstreamHead);
    if (head.length > 0) upstream.write(head);
    pipeline(socket, upstream, socket, () => upstream.destroy());
  });
  outgoing.on("response", (incoming) => {
    socket.end(
      `HTTP/1.1 ${incoming.statusCode} ${incoming.statusMessage}\r\nConnection: close\r\n\r\n`,
    );
    incoming.resume();
  });
  outgoing.on("error", () =>
    socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n"),
  );
  socket.on("error", () => outgoing.destroy());
  socket.on("close", () => outgoing.destroy());
  outgoing.end();
}

function rawHeaders({ rawHeaders: raw }: IncomingMessage): string {
  return raw
    .flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${raw[index + 1]}`] : []))
    .join("\r\n");
}
