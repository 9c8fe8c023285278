import { describe, expect, it } from "vitest";

import { leanHtml, leanLinkHeader } from "../../lib/server/lean-html.ts";

describe("leanHtml", () => {
  it.each([
    {
      name: "the framework's files",
      html: `<script src="/_next/static/chunks/a.js" async=""></script>`,
    },
    {
      name: "files behind an absolute address",
      html: `<script src="https://cdn.test/_next/static/a.js"></script>`,
    },
    {
      name: "module files of the framework",
      html: `<script type="module" src="/_next/static/a.js"></script>`,
    },
    { name: "inline scripts", html: `<script>self.__next_f.push([1,"</p>"])</script>` },
    { name: "inline scripts with an id", html: `<script id="_R_">x<y</script>` },
    {
      name: "script preloads",
      html: `<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>`,
    },
    { name: "module preloads", html: `<link rel="modulepreload" href="/_next/a.js"/>` },
  ])("takes out $name", ({ html }) => {
    expect(leanHtml(`<head>${html}</head><p>正文</p>`)).toBe("<head></head><p>正文</p>");
  });

  it.each([
    {
      name: "linked data",
      html: `<script type="application/ld+json">{"@type":"NewsArticle"}</script>`,
    },
    {
      name: "speculation rules",
      html: `<script type="speculationrules">{"prerender":[]}</script>`,
    },
    { name: "a script of our own", html: `<script type="module" src="/islands.js"></script>` },
    {
      name: "style sheets",
      html: `<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>`,
    },
    { name: "font preloads", html: `<link rel="preload" as="font" href="/f.woff2"/>` },
  ])("keeps $name", ({ html }) => {
    expect(leanHtml(html)).toBe(html);
  });

  it("puts a part that streamed late where its fallback stood, nested boundaries included", () => {
    const html =
      `<main><!--$?--><template id="B:0"></template><i>…</i><!--$--><b>x</b><!--/$--><!--/$--><footer></footer></main>` +
      `<div hidden id="S:0"><div><p>晚到</p></div></div><script>$RC=function(a,b){if(a<b)c()};$RC("B:0","S:0")</script>`;
    expect(leanHtml(html)).toBe(
      `<main><!--$?--><div><p>晚到</p></div><!--/$--><footer></footer></main>`,
    );
  });

  it("puts a segment in the place of its template", () => {
    const html = `<p><template id="P:1"></template>后</p><div hidden id="S:1"><b>中</b></div><script>$RS("S:1","P:1")</script>`;
    expect(leanHtml(html)).toBe(`<p><b>中</b>后</p>`);
  });

  it("leaves a page alone whose late part never came", () => {
    const html = `<main><!--$?--><template id="B:0"></template><i>…</i><!--/$--></main>`;
    expect(leanHtml(html + `<script>$RC("B:0","S:0")</script>`)).toBe(html);
  });
});

describe("leanLinkHeader", () => {
  it("drops script hints and keeps fonts and style sheets", () => {
    const header = `</f.woff2>; rel=preload; as="font", </_next/a.js>; rel=preload; as="script", </a.css>; rel=preload; as="style"`;
    expect(leanLinkHeader(header)).toBe(
      `</f.woff2>; rel=preload; as="font", </a.css>; rel=preload; as="style"`,
    );
  });
});
