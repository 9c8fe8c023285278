import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

import type { Audience } from "./headers.ts";
import { RequestRefused } from "./limits.ts";
import type { Settings } from "./settings.ts";

/**
 * The path and query a request asks for. A proxy may spell the whole address; whose host it names is not asked.
 *
 * @throws {RequestRefused} 405 for what asks for nothing we have, 400 for what names no path.
 */
export function targetOf({ method, url = "/" }: IncomingMessage): string {
  if (method === "TRACE" || method === "CONNECT") throw new RequestRefused(405);
  const target = url.replace(/^https?:\/\/[^/?#]*/i, "");
  if (target.startsWith("/")) return target;
  if (target !== url && /^[?#]|^$/.test(target)) return `/${target}`;
  throw new RequestRefused(400);
}

export function isReading({ method }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD";
}

/** Whether a page that is kept in memory may answer. */
export function isForKeptPage(request: IncomingMessage, settings: Settings): boolean {
  if (!isReading(request) || isForReact(request, settings) || isForPart(request)) return false;
  return !isPreview(request.headers.cookie);
}

/** A page or file of the public site; everything else streams straight between the visitor and Next. */
export function isPageRequest(request: IncomingMessage, settings: Settings): boolean {
  const { url = "/", headers } = request;
  const path = pathOf(url);
  if (settings.dev || /^\/(?:api|studio)(?:\/|$)/.test(path) || isPreview(headers.cookie))
    return false;
  if (isForReact(request, settings) || isForPart(request)) return false;
  return !path.startsWith("/_next/") || keptInMemory.has(extensionOf(path) ?? "");
}

/**
 * Whether Next has nothing there but would make a page of it, store it on the disk, and never look at it again:
 * its own folder but for the files of the build, and the spelling of React's questions that only Next uses.
 */
export function isNowhere(url: string, { dev }: Settings): boolean {
  const path = pathOf(url);
  if (dev) return false;
  return /^\/_next(?!\/static\/)/.test(path) || path.endsWith(".rsc");
}

/** Where its scripts are left out nobody asks React's own questions, but who wants to confuse a cache on the way. */
function isForReact({ headers }: IncomingMessage, { leanHtml }: Settings): boolean {
  return !leanHtml && (headers["rsc"] !== undefined || headers["next-action"] !== undefined);
}

/** A file may be asked for in parts; a page is given whole. */
function isForPart({ url = "/", headers }: IncomingMessage): boolean {
  return headers.range !== undefined && extensionOf(pathOf(url)) !== undefined;
}

function pathOf(url: string): string {
  return url.split("?")[0] ?? "";
}

function extensionOf(path: string): string | undefined {
  return /\.([a-z\d]+)$/i.exec(path)?.[1]?.toLowerCase();
}

const keptInMemory = new Set(
  "html css js mjs json xml txt svg ico png webp avif webmanifest".split(" "),
);

function isPreview(cookie: IncomingHttpHeaders["cookie"]): boolean {
  return cookie !== undefined && /(?:^|;\s*)__(?:prerender_bypass|next_preview_data)=/.test(cookie);
}

export function audienceOf({ url = "/", headers }: IncomingMessage): Audience {
  if (url.startsWith("/_next/")) return "asset";
  if (/^\/studio(?:[/?]|$)/.test(url)) return "studio";
  return isPreview(headers.cookie) ? "preview" : "public";
}
