const scriptElement = /<script\b([^>]*)>[\s\S]*?<\/script\s*>/gi;
const linkElement = /<link\b[^>]*>/gi;
const javaScriptType = /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script)?$/i;

/**
 * Take the framework's scripts, and the hints that would fetch them, out of a public page.
 *
 * What stays: data blocks (`application/ld+json`, `speculationrules`, …) and scripts with an address of our own
 * outside `/_next/`. Every inline script goes, whoever wrote it: the pages' Content-Security-Policy forbids them all.
 */
export function leanHtml(html: string): string {
  return reveal(html)
    .replaceAll(scriptElement, (element: string, attributes: string) =>
      isFramework(attributes) ? "" : element,
    )
    .replaceAll(linkElement, (element) => (isScriptHint(element) ? "" : element));
}

/** The same for a `Link` header: drop the entries that preload scripts. */
export function leanLinkHeader(value: string): string {
  return value
    .split(/,(?=\s*<)/)
    .filter((entry) => !/\bas="?script\b|\brel="?modulepreload\b/i.test(entry))
    .join(",")
    .trim();
}

function isFramework(attributes: string): boolean {
  const type = attribute(attributes, "type") ?? "";
  if (!javaScriptType.test(type.trim())) return false;
  const source = attribute(attributes, "src");
  return source === null || /^(?:https?:\/\/[^/]+)?\/_next\//.test(source);
}

function isScriptHint(element: string): boolean {
  const relation = attribute(element, "rel")?.toLowerCase();
  if (relation === "modulepreload") return true;
  return (
    (relation === "preload" || relation === "prefetch") &&
    attribute(element, "as")?.toLowerCase() === "script"
  );
}

function attribute(markup: string, name: string): string | null {
  const found = new RegExp(
    `(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`,
    "i",
  ).exec(markup);
  return found ? (found[1] ?? found[2] ?? found[3] ?? "") : null;
}

const lateArrival = /\$R([CRS])\("([BSP]:[\da-f]+)","([BSP]:[\da-f]+)"/gi;

/**
 * Do on the server what React's inline scripts do in the browser: put a part that streamed late
 * (`<div hidden id="S:0">`) in its place. `$RC("B:0","S:0")` replaces a fallback, which reaches from
 * `<template id="B:0">` to its closing `<!--/$-->`; `$RS("S:1","P:1")` replaces `<template id="P:1">` alone.
 */
function reveal(html: string): string {
  let page = html;
  for (const [, kind, first = "", second = ""] of html.matchAll(lateArrival))
    page =
      kind === "S"
        ? moveIn(page, second, first, endOfTemplate)
        : moveIn(page, first, second, endOfBoundary);
  return page;
}

function moveIn(
  html: string,
  place: string,
  segment: string,
  endOfPlace: (html: string, start: number) => number,
): string {
  const opening = `<div hidden id="${segment}">`;
  const from = html.indexOf(opening);
  const to = closingDiv(html, from + opening.length);
  if (from < 0 || to < 0) return html;
  const content = html.slice(from + opening.length, to);
  const rest = html.slice(0, from) + html.slice(to + "</div>".length);
  const start = rest.indexOf(`<template id="${place}">`);
  const end = endOfPlace(rest, start);
  return start < 0 || end < 0 ? html : rest.slice(0, start) + content + rest.slice(end);
}

function endOfTemplate(html: string, start: number): number {
  const closing = "</template>";
  const found = html.indexOf(closing, start);
  return found < 0 ? -1 : found + closing.length;
}

function closingDiv(html: string, start: number): number {
  return balance(html, start, /<div\b|<\/div>/g, (token) => (token === "</div>" ? -1 : 1));
}

function endOfBoundary(html: string, start: number): number {
  return balance(html, start, /<!--\$[?!]?-->|<!--\/\$-->/g, (token) =>
    token === "<!--/$-->" ? -1 : 1,
  );
}

/** Where the token stands that closes what is open at `start`; -1 when none does. */
function balance(
  html: string,
  start: number,
  tokens: RegExp,
  step: (token: string) => number,
): number {
  tokens.lastIndex = Math.max(start, 0);
  let depth = 1;
  for (let found = tokens.exec(html); found; found = tokens.exec(html)) {
    depth += step(found[0]);
    if (depth === 0) return found.index;
  }
  return -1;
}
