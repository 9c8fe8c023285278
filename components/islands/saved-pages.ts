const name = "yiwen.saved";
const worker = "/saved-worker.js";

function canKeep(): boolean {
  return "caches" in globalThis && "serviceWorker" in navigator;
}

/**
 * Keep the article of this page, and the list it stands in, for a reader without network: every script's page, and
 * what a page needs to look as it does.
 *
 * Pages are asked for without cookies, so that an editor who looks at a draft keeps what readers see.
 */
export async function keepPage(): Promise<void> {
  if (!canKeep()) return;
  await navigator.serviceWorker.register(worker, { scope: "/zh-" });
  const cache = await caches.open(name);
  await Promise.all([...addresses()].map((address) => keepAnswer(cache, address)));
}

function addresses(): Set<string> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="alternate"][hreflang]');
  const pages = [...links].map(({ href }) => new URL(href).pathname);
  const lists = pages.map((path) => `/${path.split("/")[1]}/saved`);
  const styles = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  const pictures = document.querySelectorAll<HTMLImageElement>("header img, main > article img");
  return new Set([
    ...pages,
    ...lists,
    ...[...styles].map(({ href }) => href),
    ...[...document.scripts].map(({ src }) => src).filter((src) => src.startsWith(location.origin)),
    ...[...pictures].map(({ currentSrc, src }) => currentSrc || src),
  ]);
}

async function keepAnswer(cache: Cache, address: string): Promise<void> {
  const answer = await fetch(address, { credentials: "omit" });
  if (answer.ok) await cache.put(address, answer);
}

/** Let an article's pages go; with the last of them everything goes, the worker too. */
export async function forgetPage(slug: string, isLast: boolean): Promise<void> {
  if (!canKeep()) return;
  if (isLast) {
    const registration = await navigator.serviceWorker.getRegistration("/zh-");
    await Promise.all([caches.delete(name), registration?.unregister()]);
    return;
  }
  const cache = await caches.open(name);
  const kept = await cache.keys();
  const its = kept.filter(({ url }) => new URL(url).pathname.endsWith(`/news/${slug}`));
  await Promise.all(its.map((request) => cache.delete(request)));
}
