import { STATUS_CODES } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { isIP } from "node:net";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

export type Limits = {
  /** Bytes of a body that the site may be sent; uploads go to the lake, which has its own limit. */
  body: number;
  bodyTime: number;
  url: number;
  connections: number;
  connectionsPerAddress: number;
};

export const limits: Limits = {
  body: 1024 * 1024,
  bodyTime: 15_000,
  url: 4096,
  connections: 10_000,
  connectionsPerAddress: 256,
};

/**
 * Keep one slow or greedy client from holding the door.
 *
 * Loopback is not counted: behind a proxy of the operator's, every visitor comes from there.
 */
export function guard(server: Server, { connections, connectionsPerAddress }: Limits): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30 * 60_000;
  server.keepAliveTimeout = 65_000;
  server.timeout = 120_000;
  server.maxConnections = connections;
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    if (isLoopback(address)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > connectionsPerAddress) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
  server.on("clientError", refuseMalformed);
}

function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
  const status = statusOfMalformed[error.code ?? ""] ?? 400;
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

const statusOfMalformed: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.") || address.startsWith("::ffff:127.");
}

export type Visitor = { address: string; protocol: "http" | "https" };

/**
 * Who asks: the socket's own address, or what the nearest `trusted` proxies of ours wrote down.
 *
 * Anything further left in `X-Forwarded-For` was written by the visitor himself and is not believed.
 */
export function visitorOf(request: IncomingMessage, trusted: number): Visitor {
  const direct = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  if (trusted === 0) return { address: direct, protocol: "http" };
  const written = String(request.headers["x-forwarded-for"] ?? "").split(/\s*,\s*/);
  const address = written.at(-trusted) ?? "";
  return {
    address: isIP(address) === 0 ? direct : address,
    protocol: request.headers["x-forwarded-proto"] === "https" ? "https" : "http",
  };
}

export class RequestRefused extends Error {
  override name = "RequestRefused";
  readonly status: number;
  constructor(status: number) {
    super(STATUS_CODES[status] ?? "Refused");
    this.status = status;
  }
}

/** @throws {RequestRefused} 413 when the body is larger, 408 when it is slower, 400 when it breaks off. */
export async function readBody(
  request: IncomingMessage,
  { body, bodyTime }: Limits,
): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > body) throw new RequestRefused(413);
  const late = setTimeout(() => request.destroy(new RequestRefused(408)), bodyTime);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > body) throw new RequestRefused(413);
      chunks.push(bytes);
    }
  } catch (error) {
    throw error instanceof RequestRefused ? error : new RequestRefused(400);
  } finally {
    clearTimeout(late);
  }
  return Buffer.concat(chunks);
}

/** For answers that show nothing that would have to load or run, and are nobody else's: refusals, programs' calls. */
export const bareHeaders: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "content-security-policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
};

/** Answer with a status and nothing but its name, and end the connection: its body may never have been read. */
export function refuse(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent) return void response.destroy();
  const text = JSON.stringify({ error: STATUS_CODES[status], statusCode: status });
  response.writeHead(status, {
    "content-type": "application/json",
    connection: "close",
    ...bareHeaders,
    ...headers,
  });
  response.end(text);
}
