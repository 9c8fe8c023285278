import type {
  IncomingHttpHeaders,
  IncomingMessage,
  OutgoingHttpHeader,
  ServerResponse,
} from "node:http";
import { setTimeout } from "node:timers/promises";

import { createErrorPages } from "./error-page.ts";
import type { Answer, Question } from "./exchange.ts";
import { leanHtml, leanLinkHeader } from "./lean-html.ts";
import { listenForMade } from "./made-news.ts";
import { canonicalPath, pageKey } from "./page-cache.ts";
import type { PageCache } from "./page-cache.ts";
import { acceptedEncodings, compress, isCompressible, send, storedPage } from "./stored-page.ts";
import type { Encoding, StoredPage } from "./stored-page.ts";

export type Pages = {
  serve(request: IncomingMessage, response: ServerResponse, question: Question): Promise<void>;
  /** Ask for a page ourselves until the site has made it anew, so that the next visitor finds it ready. */
  warm(path: string): Promise<void>;
  /** Whether we are waiting for such a page. */
  isWarming(): boolean;
};

export type PagesOptions = {
  ask(question: Question): Promise<Answer>;
  cache: PageCache;
  /** `LEAN_HTML=off` leaves the framework's scripts in. */
  isLean: boolean;
  headers: Record<string, string>;
};

/** What was asked for, and the state of memory at that time. */
type Asked = { url: string; key: string | null; generation: number };
type Attempt = "done" | "stale" | "overtaken";
type Outcome = { answer: Answer; page: StoredPage | null; isForAnybody: boolean };

type Maker = {
  /** Ask for what a visitor wants. */
  make(question: Question, key: string | null): Promise<Outcome>;
  /** Ask for a page for its own sake; an old one is of no use, and one that a publish overtook is not kept. */
  attempt(key: string): Promise<Attempt>;
};

/**
 * Have pages made by the site, finish them, and keep those that are for anybody.
 *
 * Kept is only what the site itself calls public, asked for without a query and answered without a cookie; what it calls
 * stale is kept for a moment only.
 */
function createMaker({ ask, cache, isLean, headers }: PagesOptions): Maker {
  const errorPages = createErrorPages({ ask, generation: () => cache.generation() });
  const filled = (answer: Answer, url: string) => (isLean ? errorPages.fill(answer, url) : answer);

  async function finishAndKeep(made: Answer, { url, key, generation }: Asked): Promise<Outcome> {
    const answer = finish(await filled(made, url), { isLean, headers });
    const isForAnybody = key !== null && isPublic(answer);
    if (!isForAnybody && key !== null) cache.forget(key);
    if (!isForAnybody) return { answer, page: null, isForAnybody };
    const page = await storedPage(withoutMarks(answer));
    if (isStale(answer)) cache.lend(key, page, generation);
    else cache.put(key, page, generation);
    return { answer, page, isForAnybody };
  }

  return {
    async make(question, key) {
      const generation = cache.generation();
      return finishAndKeep(await ask(question), { url: question.url, key, generation });
    },
    async attempt(key) {
      const generation = cache.generation();
      const made = await ask({ method: "GET", url: key, headers: { host: "localhost" } });
      if (isStale(made)) return "stale";
      await finishAndKeep(made, { url: key, key, generation });
      return generation === cache.generation() ? "done" : "overtaken";
    },
  };
}

/** Answer public pages: from memory when they are kept there, else by asking the site once for all who wait. */
export function createPages(options: PagesOptions): Pages {
  const { make, attempt } = createMaker(options);
  const underway = new Map<string, Promise<Outcome>>();
  let warming = 0;

  /** Everybody who asks for one page while it is being made waits for the one who came first. */
  async function together(question: Question, key: string): Promise<Outcome> {
    const first = underway.get(key);
    if (first) {
      const outcome = await first.catch(() => null);
      return outcome?.isForAnybody ? outcome : make(question, key);
    }
    const making = make(question, key);
    underway.set(key, making);
    try {
      return await making;
    } finally {
      underway.delete(key);
    }
  }

  return {
    async serve(request, response, question) {
      const key = question.method === "GET" ? pageKey(question.url) : null;
      const { answer, page } =
        key === null ? await make(question, null) : await together(question, key);
      if (page) send(request, response, page);
      else await sendOnce(request, response, answer);
    },
    async warm(path) {
      const key = pageKey(canonicalPath(path));
      if (key === null) return;
      warming += 1;
      try {
        await warmUp(attempt, key, [100, 200, 200, 400, 400, 800, 1600]);
      } finally {
        warming -= 1;
      }
    },
    isWarming: () => warming > 0,
  };
}

/** The first question makes the site begin; it says when it is done, and if nothing is heard we ask again. */
async function warmUp(
  attempt: (key: string) => Promise<Attempt>,
  key: string,
  [pause, ...later]: readonly number[],
): Promise<void> {
  const news = listenForMade(key);
  try {
    const end = await attempt(key);
    if (end === "done" || pause === undefined) return;
    if (end === "stale") await Promise.race([news.made, setTimeout(pause)]);
  } finally {
    news.stop();
  }
  await warmUp(attempt, key, later);
}

const answeredHere = new Set([
  "if-none-match",
  "if-modified-since",
  "accept-encoding",
  "connection",
  "range",
]);

/** By these React in the browser, and Next's parts among themselves, ask for something else than the page. */
const ofFramework =
  /^(?:rsc$|next-|x-nextjs-|x-middleware-|x-invoke-|x-matched-path$|x-prerender-)/;

/** What of a visitor's headers the site may see when a page is made; conditions are answered here. */
export function headersForPage(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !answeredHere.has(name) && !ofFramework.test(name)),
  );
}

function finish(
  answer: Answer,
  { isLean, headers }: Pick<PagesOptions, "isLean" | "headers">,
): Answer {
  const isHtml = String(answer.headers["content-type"] ?? "").startsWith("text/html");
  const {
    link,
    etag: _etag,
    "content-length": _length,
    "transfer-encoding": _transfer,
    ...rest
  } = answer.headers;
  const hints = isLean && link !== undefined ? leanLinkHeader([link].flat().join(", ")) : link;
  return {
    status: answer.status,
    headers: {
      ...headers,
      ...rest,
      ...(hints ? { link: hints } : {}),
      ...(isLean ? { vary: leanVary(rest.vary) } : {}),
    },
    body: isHtml && isLean ? Buffer.from(leanHtml(answer.body.toString("utf8"))) : answer.body,
  };
}

function isPublic({ status, headers }: Answer): boolean {
  const control = String(headers["cache-control"] ?? "");
  return (
    status === 200 &&
    headers["set-cookie"] === undefined &&
    /\b(?:s-maxage|public)\b/.test(control) &&
    !/\b(?:private|no-store|no-cache)\b/.test(control)
  );
}

function isStale({ headers }: Answer): boolean {
  return headers["x-nextjs-cache"] === "STALE";
}

/**
 * Take off what only Next and we had to know, and tell caches on the way to ask each time:
 * a publish shall be seen at once, and asking costs a 304.
 */
function withoutMarks({ status, headers, body }: Answer): Answer {
  const kept = Object.entries(headers).filter(
    ([name]) => !/^x-(?:nextjs|powered|middleware)/.test(name),
  );
  return {
    status,
    body,
    headers: {
      ...Object.fromEntries(kept),
      ...cacheControl(status, String(headers["cache-control"] ?? "")),
      vary: varyOf(headers.vary),
    },
  };
}

/** What is not there, or not now, may be in a moment. */
function cacheControl(status: number, control: string): Answer["headers"] {
  if (status >= 400) return { "cache-control": "no-store" };
  return control.includes("s-maxage")
    ? { "cache-control": "public, max-age=0, must-revalidate" }
    : {};
}

function varyOf(given: OutgoingHttpHeader | undefined): string {
  const names = listed(given);
  return names.some((name) => /^accept-encoding$/i.test(name))
    ? names.join(", ")
    : [...names, "Accept-Encoding"].join(", ");
}

function listed(header: OutgoingHttpHeader | undefined): string[] {
  const names = [header ?? []].flat().join(",").split(",");
  return names.map((name) => name.trim()).filter((name) => name !== "");
}

/** No page differs by what React in the browser would send, which is taken off before the site is asked. */
function leanVary(header: OutgoingHttpHeader | undefined): string[] {
  return listed(header).filter((name) => !ofFramework.test(name.toLowerCase()));
}

/** An answer that is not kept: compressed on the way when that is worth it. */
async function sendOnce(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const { status, headers, body } = withoutMarks(answer);
  const [encoding, bytes] = await packed(request, headers, body);
  const isEmpty = status === 204 || status === 304;
  response.writeHead(status, {
    ...headers,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    ...(isEmpty ? {} : { "content-length": bytes.length }),
  });
  response.end(request.method === "HEAD" || isEmpty ? undefined : bytes);
}

async function packed(
  request: IncomingMessage,
  headers: Answer["headers"],
  body: Buffer,
): Promise<readonly [Encoding, Buffer]> {
  const [wanted] = acceptedEncodings(request.headers["accept-encoding"]);
  const isWorthIt = body.length > 1024 && isCompressible(headers);
  if (wanted === undefined || !isWorthIt) return ["identity", body];
  return [wanted, await compress(body, wanted, 4)];
}
