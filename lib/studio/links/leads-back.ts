/** A chain of more redirects than browsers follow needs no circle to be broken. */
const most = 20;

/** Say whether a redirect leads back to where it comes from, by way of others; `next` answers where those lead. */
export async function leadsBack(
  { from, to }: { from: string; to: string },
  next: (path: string) => Promise<string | null>,
): Promise<boolean> {
  const start = pathOf(from);
  let path: string | null = pathOf(to);
  for (let count = 0; path !== null && count < most; count += 1) {
    if (path === start) return true;
    // Each step is asked for where the last one led.
    // oxlint-disable-next-line no-await-in-loop
    const target: string | null = await next(path);
    path = target === null ? null : pathOf(target);
  }
  return false;
}

/** What of an address the site looks for: no query, no place within the page. */
const pathOf = (address: string): string => /^[^?#]*/.exec(address)?.[0] ?? address;
