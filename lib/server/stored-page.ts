import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import type { Answer } from "./exchange.ts";

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

const compressions = ["br", "gzip"] as const;
type Compression = (typeof compressions)[number];
export type Encoding = Compression | "identity";

type Variant = { body: Buffer; headers: string[] };

/** A finished answer that may be given to anybody, ready to be written: headers flat, bodies compressed. */
export type StoredPage = {
  etag: string;
  bytes: number;
  /** Content that never changes under its address (`immutable`) survives every revalidation. */
  isLasting: boolean;
  isHtml: boolean;
  variants: ReadonlyMap<Encoding, Variant>;
  unchanged: string[];
};

const compressible =
  /^(?:text\/|application\/(?:javascript|json|manifest\+json|xml|[a-z.+-]+\+(?:xml|json))|image\/svg)/;
const smallestWorthCompressing = 512;

/** Prepare an answer for storing: hash it, compress it both ways, write its headers out once. */
export async function storedPage({ headers, body }: Answer): Promise<StoredPage> {
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const shared: Answer["headers"] = { ...headers, etag };
  const plain: Variant = { body, headers: flat(shared, "identity", body) };
  const variants = new Map<Encoding, Variant>([["identity", plain]]);
  for (const [encoding, bytes] of await compressedForms(headers, body))
    variants.set(encoding, { body: bytes, headers: flat(shared, encoding, bytes) });
  const { "content-type": _type, "content-length": _length, ...rest } = shared;
  return {
    etag,
    variants,
    unchanged: Object.entries(rest).flatMap(([name, value]) => [name, String(value)]),
    bytes: [...variants.values()].reduce((sum, variant) => sum + variant.body.length + 2048, 0),
    isLasting: /\bimmutable\b/.test(String(headers["cache-control"] ?? "")),
    isHtml: String(headers["content-type"] ?? "").startsWith("text/html"),
  };
}

/**
 * Compress hard what is small, quickly what is large: the Studio's scripts are megabytes.
 *
 * Not as hard as can be: from 8 on brotli takes thirty times as long for a page, to make it a quarter of a percent smaller.
 */
async function compressedForms(
  headers: Answer["headers"],
  body: Buffer,
): Promise<[Compression, Buffer][]> {
  if (body.length < smallestWorthCompressing || !isCompressible(headers)) return [];
  const effort = body.length < 128 * 1024 ? 7 : 5;
  const forms = await Promise.all(
    compressions.map(
      async (encoding) => [encoding, await compress(body, encoding, effort)] as const,
    ),
  );
  return forms.flatMap(([encoding, bytes]) =>
    bytes.length < body.length ? [[encoding, bytes] satisfies [Compression, Buffer]] : [],
  );
}

export function isCompressible(headers: Answer["headers"]): boolean {
  return (
    compressible.test(String(headers["content-type"] ?? "")) &&
    headers["content-encoding"] === undefined
  );
}

/** `effort` as zlib and brotli count it: 1 is quick, 9 is small. */
export async function compress(
  body: Buffer,
  encoding: Compression,
  effort: number,
): Promise<Buffer> {
  if (encoding === "gzip") return gzipOf(body, { level: effort });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliOf(body, {
    params: { [BROTLI_PARAM_QUALITY]: effort, [BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

function flat(headers: Answer["headers"], encoding: Encoding, body: Buffer): string[] {
  return Object.entries({
    ...headers,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    "content-length": body.length,
  }).flatMap(([name, value]) => [name, String(value)]);
}

/** Write a stored page out: 304 to who has it, no body to `HEAD`, and the smallest form that is understood. */
export function send(request: IncomingMessage, response: ServerResponse, page: StoredPage): void {
  const known = request.headers["if-none-match"];
  if (known !== undefined && matches(known, page.etag)) {
    response.writeHead(304, page.unchanged);
    response.end();
    return;
  }
  const wanted = acceptedEncodings(request.headers["accept-encoding"]).find((encoding) =>
    page.variants.has(encoding),
  );
  const variant = page.variants.get(wanted ?? "identity");
  if (variant === undefined) throw new RangeError("A stored page lacks its plain form");
  response.writeHead(200, variant.headers);
  response.end(request.method === "HEAD" ? undefined : variant.body);
}

function matches(known: string, etag: string): boolean {
  const bare = etag.replace(/^W\//, "");
  return known === "*" || known.split(",").some((one) => one.trim().replace(/^W\//, "") === bare);
}

const remembered = new Map<string, readonly Compression[]>();

/** Which encodings a browser takes, ours first; browsers send few different lists, so they are read once each. */
export function acceptedEncodings(header: string | string[] | undefined): readonly Compression[] {
  const key = String(header ?? "");
  const seen = remembered.get(key);
  if (seen) return seen;
  const refused = new Set<string>();
  const named = new Set<string>();
  for (const part of key.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    (quality !== undefined && Number(quality) === 0 ? refused : named).add(name);
  }
  const encodings = compressions.filter(
    (encoding) => !refused.has(encoding) && (named.has(encoding) || named.has("*")),
  );
  if (remembered.size < 256) remembered.set(key, encodings);
  return encodings;
}
