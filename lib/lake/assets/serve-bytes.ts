import { createReadStream } from "node:fs";

import type { LakeContext } from "#lake/auth/identity.ts";

export type ServedFile = {
  path: string;
  bytes: number;
  /** Without quotes; changes whenever the bytes do. */
  etag: string;
  mimeType: string;
  headers?: Record<string, string>;
};

type Span = { start: number; end: number };

/**
 * Answer with a file that never changes: whole, or the one range asked for, or 304.
 *
 * More than one range at once is answered with the whole file, which the standard allows.
 */
export function serveBytes(c: LakeContext, file: ServedFile): Response {
  const { bytes, mimeType } = file;
  const etag = `"${file.etag}"`;
  const headers = new Headers({
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": mimeType,
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
    etag,
    ...file.headers,
  });
  if (matches(c.req.header("if-none-match"), etag))
    return new Response(null, { status: 304, headers });

  const span = readRange(c, etag, bytes);
  if (span === "outside") {
    headers.set("content-range", `bytes */${bytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = span ?? { start: 0, end: bytes - 1 };
  headers.set("content-length", String(end - start + 1));
  if (span) headers.set("content-range", `bytes ${start}-${end}/${bytes}`);
  const body =
    c.req.raw.method === "HEAD" || bytes === 0 ? null : streamFile(file.path, { start, end });
  return new Response(body, { status: span ? 206 : 200, headers });
}

/** Names for saving: an ASCII one for old programs, the real one beside it. */
export function contentDisposition(kind: "inline" | "attachment", filename: string): string {
  const plain = filename.replaceAll(/[^\w.-]/g, "_");
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}`;
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((part) => [etag, "*"].includes(part.trim().replace(/^W\//, "")));
}

function readRange(c: LakeContext, etag: string, bytes: number): Span | "outside" | null {
  const condition = c.req.header("if-range") ?? etag;
  const asked = /^bytes=(?!-$)(\d*)-(\d*)$/.exec(c.req.header("range") ?? "");
  if (!asked || condition !== etag) return null;
  const [, from = "", to = ""] = asked;
  const span = from === "" ? lastBytes(Number(to), bytes) : fromTo(Number(from), to, bytes);
  return span.start > span.end || span.start >= bytes ? "outside" : span;
}

function lastBytes(count: number, bytes: number): Span {
  return { start: Math.max(0, bytes - count), end: count === 0 ? -1 : bytes - 1 };
}

function fromTo(start: number, to: string, bytes: number): Span {
  return { start, end: to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1) };
}

function streamFile(path: string, span: Span): ReadableStream<Uint8Array> {
  const source = createReadStream(path, span);
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      source.destroy();
    },
  });
}
