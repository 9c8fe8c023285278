import { randomBytes } from "node:crypto";

import { html, raw } from "hono/html";

import type { LakeContext } from "#lake/auth/identity.ts";

type Content = ReturnType<typeof html>;

/** A page of the lake's own: what stands on its card, and how it is sent. */
export type Page = {
  lang: string;
  title: string;
  lead: string;
  content: Content;
  help: string;
  status?: 200 | 400 | 401 | 403 | 429 | 503;
  retryAfter?: number | undefined;
};

const style = `
:root { color-scheme: light dark; --ink: #1d1b18; --soft: #6a655d; --paper: #f6f3ee; --card: #fffdf9; --line: #ddd6ca; --seal: #a8322a; --seal-ink: #fff; --bad: #8f1d17; --bad-paper: #fbeae7; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0ece4; --soft: #aaa399; --paper: #171513; --card: #211e1b; --line: #3a3530; --seal: #d2574c; --seal-ink: #1b0e0c; --bad: #ffb4aa; --bad-paper: #3a1b18; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: grid; place-items: center; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, -apple-system, "PingFang SC", "PingFang TC", "Microsoft YaHei", "Microsoft JhengHei", "Noto Sans CJK SC", sans-serif; }
main { width: 100%; max-width: 23rem; padding: 2.25rem 2rem 1.75rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; box-shadow: 0 1px 2px rgb(0 0 0 / 4%), 0 12px 32px -12px rgb(0 0 0 / 18%); }
.seal { display: grid; place-items: center; width: 3.25rem; height: 3.25rem; border-radius: .6rem; background: var(--seal); color: var(--seal-ink); font: 600 1.3rem/1 "Songti SC", "Noto Serif CJK SC", SimSun, serif; letter-spacing: .04em; }
h1 { margin: 1.1rem 0 0; font-size: 1.35rem; line-height: 1.35; }
.lead { margin: .15rem 0 1.5rem; color: var(--soft); }
label { display: block; margin-top: 1rem; font-weight: 600; font-size: .925rem; }
input { display: block; width: 100%; margin-top: .35rem; padding: .65rem .8rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .55rem; }
input:focus-visible, button:focus-visible { outline: 3px solid color-mix(in srgb, var(--seal) 45%, transparent); outline-offset: 1px; border-color: var(--seal); }
button { width: 100%; margin-top: 1.5rem; padding: .75rem; font: inherit; font-weight: 600; color: var(--seal-ink); background: var(--seal); border: 0; border-radius: .55rem; cursor: pointer; }
button:hover { filter: brightness(1.07); }
.problem { margin: 0 0 .25rem; padding: .7rem .85rem; color: var(--bad); background: var(--bad-paper); border-radius: .55rem; }
.help { margin: 1.25rem 0 0; color: var(--soft); font-size: .875rem; }
a { color: var(--seal); }
.done { margin: 0; font-weight: 600; }
`;

/** Send a page that works without scripts, and that no other site may frame or feed. */
export function sendPage(c: LakeContext, page: Page): Response | Promise<Response> {
  const nonce = randomBytes(16).toString("base64url");
  c.header(
    "content-security-policy",
    `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  );
  c.header("cache-control", "no-store");
  c.header("referrer-policy", "same-origin");
  c.header("vary", "accept-language");
  if (page.retryAfter !== undefined) c.header("retry-after", String(page.retryAfter));
  return c.html(render(page, nonce), page.status ?? 200);
}

function render({ lang, title, lead, content, help }: Page, nonce: string): Content {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · 一文</title>
        <style nonce="${nonce}">
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <div class="seal" aria-hidden="true">一文</div>
          <h1>${title}</h1>
          <p class="lead">${lead}</p>
          ${content} ${help === "" ? "" : html`<p class="help">${help}</p>`}
        </main>
      </body>
    </html>`;
}

/** What went wrong, read out at once; nothing when nothing did. */
export function problemParagraph(problem: string | undefined): Content | string {
  return problem === undefined
    ? ""
    : html`<p class="problem" id="problem" role="alert">${problem}</p>`;
}

/** Join a field to the paragraph that says what is wrong. */
export function describedBy(problem: string | undefined) {
  return problem === undefined ? "" : raw('aria-describedby="problem"');
}
