type FetchEvent = Event & { request: Request; respondWith(answer: Promise<Response>): void };

const isFetch = (event: Event): event is FetchEvent => "respondWith" in event;

const kinds: ReadonlySet<string> = new Set(["document", "style", "script", "image"]);

/**
 * The service worker of readers who saved an article: without network they get what they kept.
 *
 * The network always comes first, so that nobody is shown yesterday's page who could have today's.
 */
addEventListener("fetch", (event) => {
  if (!isFetch(event)) return;
  const { method, url, destination } = event.request;
  const isOurs = new URL(url).origin === location.origin;
  if (method === "GET" && isOurs && kinds.has(destination))
    event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreVary: true });
    if (kept) return kept;
    const list = await keptList(request);
    if (list) return Response.redirect(list);
    throw error;
  }
}

/**
 * Whoever opens another page that cannot be had is led to what can be read.
 *
 * `navigator.onLine` is not asked: it knows of the cable and not of the network behind it, and hears late of both.
 */
async function keptList({ mode, url }: Request): Promise<string | null> {
  if (mode !== "navigate") return null;
  const address = `/${new URL(url).pathname.split("/")[1]}/saved`;
  return (await caches.match(address)) ? new URL(address, location.origin).href : null;
}
