import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

import { plainErrorPage } from "./error-page.ts";
import { exchange, innerRequest } from "./exchange.ts";
import type { Answer, Question } from "./exchange.ts";
import { securityHeaders } from "./headers.ts";
import type { Audience } from "./headers.ts";
import {
  guard,
  limits,
  readBody,
  bareHeaders,
  refuse,
  RequestRefused,
  visitorOf,
} from "./limits.ts";
import type { Site } from "./next-handler.ts";
import { createPageCache } from "./page-cache.ts";
import type { PageCache } from "./page-cache.ts";
import { createPages, headersForPage } from "./pages.ts";
import type { Pages } from "./pages.ts";
import { isForLake } from "./proxy.ts";
import type { Proxy } from "./proxy.ts";
import {
  audienceOf,
  isForKeptPage,
  isNowhere,
  isPageRequest,
  isReading,
  targetOf,
} from "./request-kind.ts";
import type { Settings } from "./settings.ts";
import { send } from "./stored-page.ts";

export type FrontDoor = {
  server: Server;
  cache: PageCache;
  pages: Pages;
  /** Ask the site itself, past the cache. */
  ask(question: Question): Promise<Answer>;
};

export type FrontDoorOptions = {
  settings: Settings;
  proxy: Proxy;
  /** `null` until Next is ready. */
  site(): Site | null;
  /** Every call of `/api/revalidate` goes through here. */
  revalidate(forward: () => Promise<Answer>): Promise<Answer>;
};

/**
 * How long a kept page is held back while the pages of a publish are being made, in ms.
 *
 * Nobody notices so little; but a crowd that asks again the moment it is answered leaves the publish its processor.
 */
const courtesy = 5;

class SiteNotReady extends Error {
  override name = "SiteNotReady";
}

/** The one public port: decides who answers — the lake, a page kept in memory, or Next. */
export function createFrontDoor(options: FrontDoorOptions): FrontDoor {
  const { settings, proxy, site } = options;
  const ready = (): Site => {
    const current = site();
    if (current === null) throw new SiteNotReady("The site is starting");
    return current;
  };
  const ask = (question: Question) => exchange(ready().handle, question);
  const cache = createPageCache({ capacity: settings.pageCacheBytes });
  const headersFor = headersByAudience(settings);
  const pages = createPages({ ask, cache, isLean: settings.leanHtml, headers: headersFor.public });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = targetOf(request);
    request.url = url;
    const visitor = visitorOf(request, settings.trustedProxies);
    if (isForLake(url)) return proxy.web(request, response, visitor);
    if (url.length > limits.url) return refuse(response, 414);
    request.headers["x-forwarded-for"] = visitor.address;
    request.headers["x-forwarded-proto"] = visitor.protocol;
    request.headers["x-forwarded-host"] = request.headers.host;
    if (url.startsWith("/api/revalidate")) return passRevalidation(request, response, options, ask);
    if (isNowhere(url, settings)) throw new RequestRefused(404);
    if (isPageRequest(request, settings)) return servePage(request, response, pages);
    const audience = audienceOf(request);
    for (const [name, value] of Object.entries(headersFor[audience]))
      response.setHeader(name, value);
    if (audience === "preview") keepToReader(response);
    // the whole answer is ours to compress
    delete request.headers["accept-encoding"];
    await ready().handle(await withinLimits(request), response);
  }

  const server = createServer((request, response) => {
    // most requests end here: nothing is parsed, asked or waited for that a kept page does not need
    const page = isForKeptPage(request, settings) ? cache.get(request.url ?? "") : undefined;
    if (page && pages.isWarming()) return void setTimeout(send, courtesy, request, response, page);
    if (page) return send(request, response, page);
    answer(request, response).catch((error: unknown) => explain(error, request, response));
  });
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    if (isForLake(request.url ?? ""))
      proxy.upgrade(request, socket, head, visitorOf(request, settings.trustedProxies));
    else if (settings.dev) site()?.upgrade(request, socket, head);
    else socket.destroy();
  });
  guard(server, limits);
  return { server, cache, pages, ask };
}

function headersByAudience(settings: Settings): Record<Audience, Record<string, string>> {
  return {
    public: securityHeaders(settings, "public"),
    studio: securityHeaders(settings, "studio"),
    preview: securityHeaders(settings, "preview"),
    asset: securityHeaders(settings, "asset"),
  };
}

/** Pages are read; what a visitor sends goes to an address of its own. */
async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  pages: Pages,
): Promise<void> {
  if (!isReading(request)) return refuse(response, 405, { allow: "GET, HEAD" });
  const { url = "/", headers } = request;
  await pages.serve(request, response, { method: "GET", url, headers: headersForPage(headers) });
}

async function passRevalidation(
  request: IncomingMessage,
  response: ServerResponse,
  { revalidate }: FrontDoorOptions,
  ask: FrontDoor["ask"],
): Promise<void> {
  const body = await readBody(request, limits);
  const { method = "POST", url = "", headers } = request;
  const answer = await revalidate(() => ask({ method, url, headers, body }));
  response.writeHead(answer.status, {
    ...bareHeaders,
    ...answer.headers,
    "content-length": answer.body.length,
  });
  response.end(answer.body);
}

/**
 * Whatever the site says of it, what a browser with a draft cookie is answered is for that browser alone: a cookie
 * that opens nothing gets the public page, which a cache on the way must not take for everybody's either.
 */
function keepToReader(response: ServerResponse): void {
  const writeHead: (status: number) => ServerResponse = response.writeHead.bind(response);
  Object.assign(response, {
    writeHead(status: number, ...rest: unknown[]): ServerResponse {
      for (const given of rest)
        if (typeof given === "object" && given !== null)
          response.setHeaders(new Map(Object.entries(given)));
      response.setHeader("cache-control", "private, no-store");
      response.setHeader("x-robots-tag", "noindex");
      return writeHead(status);
    },
  });
}

/** A request with a body reaches Next only after the body is here whole, within its limit. */
async function withinLimits(request: IncomingMessage): Promise<IncomingMessage> {
  const { method = "GET", url = "/", headers } = request;
  if (method === "GET" || method === "HEAD") return request;
  return innerRequest({ method, url, headers, body: await readBody(request, limits) });
}

function explain(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  const [status, headers] = refusalFor(error);
  if (status === 500) console.error(`${request.method} ${request.url} failed:`, error);
  if (response.headersSent || !request.headers.accept?.includes("text/html"))
    return refuse(response, status, headers);
  const page = plainErrorPage(status);
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": page.length,
    ...bareHeaders,
    ...headers,
  });
  response.end(page);
}

function refusalFor(error: unknown): [status: number, headers: Record<string, string>] {
  if (error instanceof RequestRefused) return [error.status, {}];
  if (error instanceof SiteNotReady) return [503, { "retry-after": "1" }];
  return [500, {}];
}
