const allowed = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * Where a link leads, absolute where `base` is known; `null` when following it could run code, leave the
 * web, or lead to a place in the same page.
 */
export function safeHref(href: string, base: string | null): string | null {
  // A browser drops tabs and line breaks inside an address, so `java\nscript:` must not pass as a path.
  const trimmed = [...href.trim()].filter((character) => character > "\u001f").join("");
  if (trimmed === "" || trimmed.startsWith("#")) return null;
  if (base !== null && URL.canParse(trimmed, base)) {
    const url = new URL(trimmed, base);
    return allowed.has(url.protocol) ? url.href : null;
  }
  if (/^\/(?![/\\])/.test(trimmed)) return trimmed;
  if (!URL.canParse(trimmed)) return null;
  return allowed.has(new URL(trimmed).protocol) ? trimmed : null;
}
