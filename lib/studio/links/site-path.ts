/** What of the content an address of the site shows; `none` when the site has no such address. */
export type Target =
  | { type: "article" | "category" | "tag" | "page"; slug: string }
  | { type: "year"; year: string }
  | { type: "none" };

const fixed = new Set(["/", "/news", "/contact", "/contact/message", "/search", "/saved"]);
const script = /^\/zh-Han[st](?:-[A-Z]{2})?(?=\/|$)/;
const unpaged = /\/page\/[1-9]\d*$/;
const notContent = /^\/(?:api|studio|_next)(?:\/|$)|\.[a-z\d]+$/;

/** The path of an address on this site, without script, query and end slash; `null` for another site's. */
export function sitePath(href: string, origin: string): string | null {
  if (!URL.canParse(href, origin)) return null;
  const url = new URL(href, origin);
  if (url.origin !== origin) return null;
  const path = url.pathname.replace(script, "").replace(/\/+$/, "");
  return path === "" ? "/" : path;
}

/** Whether a path begins with a script, which the site puts there by itself. */
export const namesScript = (path: string): boolean => script.test(path);

/** Say which document has to be there for a path to lead somewhere; `null` when none has to. */
export function targetOf(path: string): Target | null {
  const first = path.replace(unpaged, "");
  if (fixed.has(first) || notContent.test(path)) return null;
  const [one = "", two = "", three, ...more] = first.split("/").slice(1);
  if (more.length > 0) return { type: "none" };
  if (one !== "news") return two === "" ? { type: "page", slug: one } : { type: "none" };
  if (three === undefined) return { type: "article", slug: two };
  return listOf(two, three);
}

function listOf(kind: string, name: string): Target {
  if (kind === "category" || kind === "tag") return { type: kind, slug: name };
  const isYear = kind === "archive" && /^\d{4}$/.test(name);
  return isYear ? { type: "year", year: name } : { type: "none" };
}
