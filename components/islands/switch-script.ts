import { savedArticles } from "@/components/islands/saved-store";

/** How long the server may take to note the choice, in ms. */
const patience = 3_000;

/**
 * Let readers who saved something change the script without network.
 *
 * The way past the server, which notes the choice, is none that the worker of saved pages could answer. So the choice
 * is sent aside, and the page goes straight to its other address.
 */
export function switchScript(): void {
  document.addEventListener("click", (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey) return;
    const link = target.closest<HTMLAnchorElement>('a[href^="/api/script"]');
    const address = link && addressIn(link.hreflang);
    if (!address || savedArticles().length === 0) return;
    event.preventDefault();
    void note(link.href).then(() => location.assign(address));
  });
}

/** The page's address in another script, with the query it has now; a page that knows none goes past the server. */
function addressIn(script: string): string | null {
  const found = document.querySelector<HTMLLinkElement>(
    `link[rel="alternate"][hreflang="${script}"]`,
  );
  return found && new URL(found.href).pathname + location.search;
}

async function note(href: string): Promise<void> {
  try {
    const noted = fetch(href, { redirect: "manual", keepalive: true });
    await Promise.race([noted, new Promise((done) => setTimeout(done, patience))]);
  } catch {
    // Without network the choice holds for this page.
  }
}
