import {
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  createServer,
} from "node:http";

import { describeError, HttpError } from "#lake/errors.ts";
import { createAdmission } from "#lake/limits/admission.ts";

const second = 1000;

/** Requests open at once. The Studio keeps two streams a tab; an office behind one address has many tabs. */
const forwarded = { perAddress: 200, everywhere: 2000 };
/** Without the front door's header it is this machine: the site itself, commands, tests. */
const local = { perAddress: 2000, everywhere: 2000 };

const patience = {
  /** For all headers. */
  headers: 10 * second,
  /** For a whole body, but of an upload. */
  body: 30 * second,
  /** For the next bytes of an upload. */
  idle: 60 * second,
  /** For a whole upload. */
  upload: 60 * 60 * second,
};

/**
 * Make a server that slow or greedy clients cannot hold up: headers of 16 KiB at most and within ten
 * seconds, bodies within thirty, and only so many requests open at once from one address.
 */
export function createLimitedServer(
  listener: RequestListener,
  timing: Partial<typeof patience> = {},
): Server {
  const times = { ...patience, ...timing };
  const visitors = createAdmission(forwarded);
  const neighbours = createAdmission(local);
  const options = {
    maxHeaderSize: 16 * 1024,
    headersTimeout: times.headers,
    requestTimeout: times.upload,
    keepAliveTimeout: 65 * second,
    connectionsCheckingInterval: Math.min(5 * second, times.headers),
  };
  return createServer(options, (request, response) => {
    const visitor = lastForwarded(request);
    const leave = visitor === null ? neighbours.enter("local") : visitors.enter(visitor);
    if (!leave) {
      refuse(response);
      return;
    }
    response.once("close", leave);
    watchBody(request, times);
    listener(request, response);
  });
}

function lastForwarded({ headers }: IncomingMessage): string | null {
  const header = headers["x-forwarded-for"];
  const text = Array.isArray(header) ? header.join(",") : header;
  return text?.split(",").at(-1)?.trim() || null;
}

function refuse(response: ServerResponse): void {
  const { body } = describeError(
    new HttpError(429, "tooManyRequests", "Too many requests are open from this address"),
  );
  response.writeHead(429, {
    "content-type": "application/json",
    "retry-after": "1",
    connection: "close",
  });
  response.end(JSON.stringify(body));
}

/** An upload may take long if it gets on; any other body must be here soon. */
function watchBody(request: IncomingMessage, times: typeof patience): void {
  const isUpload = /\/assets\/(?:images|files)\//.test(request.url ?? "");
  const cut = () => {
    if (!request.complete) request.destroy();
  };
  let timer = setTimeout(cut, isUpload ? times.idle : times.body);
  if (isUpload) {
    request.on("data", () => {
      clearTimeout(timer);
      timer = setTimeout(cut, times.idle);
    });
    // A listener for data makes a stream flow; the reader behind us decides when.
    request.pause();
  }
  const stop = () => clearTimeout(timer);
  request.once("end", stop);
  request.once("close", stop);
}
