import { setTimeout as pause } from "node:timers/promises";

import { describe, expect, it, vi } from "vitest";

import { kept, openDoor } from "./door.ts";

const html = `<!DOCTYPE html><html><body><script>self.__next_f.push([0])</script><p>${"新闻".repeat(400)}</p></body></html>`;

describe("a public page", () => {
  it("is asked for once and then given from memory, without scripts", async () => {
    const door = await openDoor(
      (_request, response) => void response.writeHead(200, kept).end(html),
    );
    const first = await (await fetch(`${door.url}/zh-Hans`)).text();
    const second = await (await fetch(`${door.url}/zh-Hans`)).text();
    expect(first).not.toContain("<script");
    expect(second).toBe(first);
    expect(door.asked).toEqual(["GET /zh-Hans"]);
  });

  it("is made once for two hundred who ask at the same moment", async () => {
    const door = await openDoor(async (_request, response) => {
      await pause(100);
      response.writeHead(200, kept).end(html);
    });
    const answers = await Promise.all(
      Array.from({ length: 200 }, async () => (await fetch(`${door.url}/zh-Hans`)).status),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(door.asked).toEqual(["GET /zh-Hans"]);
  });

  it("is still made for the others when the first who asked leaves", async () => {
    const door = await openDoor(async (_request, response) => {
      await pause(200);
      response.writeHead(200, kept).end(html);
    });
    const hasty = fetch(`${door.url}/zh-Hans`, { signal: AbortSignal.timeout(50) }).catch(
      () => "left",
    );
    await pause(20);
    const patient = await fetch(`${door.url}/zh-Hans`);
    expect([await hasty, patient.status, door.asked.length]).toEqual(["left", 200, 1]);
  });

  it("answers 304 to who has it, and HEAD without a body", async () => {
    const door = await openDoor(
      (_request, response) => void response.writeHead(200, kept).end(html),
    );
    const first = await fetch(`${door.url}/zh-Hans`);
    const etag = first.headers.get("etag") ?? "";
    const known = await fetch(`${door.url}/zh-Hans`, { headers: { "if-none-match": etag } });
    const head = await fetch(`${door.url}/zh-Hans`, {
      method: "HEAD",
      headers: { "accept-encoding": "identity" },
    });
    expect([known.status, await known.text(), known.headers.get("etag")]).toEqual([304, "", etag]);
    expect(await head.text()).toBe("");
    expect(Number(head.headers.get("content-length"))).toBe(Buffer.byteLength(await first.text()));
  });

  it.each(["br", "gzip"])(
    "is sent as %s to who takes it, and says that the answer varies",
    async (encoding) => {
      const door = await openDoor(
        (_request, response) => void response.writeHead(200, kept).end(html),
      );
      const answer = await fetch(`${door.url}/zh-Hans`, {
        headers: { "accept-encoding": encoding },
      });
      expect(answer.headers.get("content-encoding")).toBe(encoding);
      expect(answer.headers.get("vary")).toMatch(/accept-encoding/i);
      expect(await answer.text()).toContain("新闻");
    },
  );

  it("may be kept by nobody on the way without asking again", async () => {
    const door = await openDoor(
      (_request, response) => void response.writeHead(200, kept).end(html),
    );
    const answer = await fetch(`${door.url}/zh-Hans`);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  });

  it("is replaced by the page made after a publish was announced", async () => {
    let text = "旧";
    const door = await openDoor((request, response) => {
      if (request.method === "POST") response.end(JSON.stringify({ paths: ["/zh-Hans/news/a"] }));
      else response.writeHead(200, kept).end(`<p>${text}</p>`);
    });
    const see = async () => (await fetch(`${door.url}/zh-Hans/news/a`)).text();
    expect(await see()).toBe("<p>旧</p>");
    text = "新";
    await fetch(`${door.url}/api/revalidate`, { method: "POST", body: "{}" });
    await door.pages.warm("/zh-Hans/news/a");
    expect(await see()).toBe("<p>新</p>");
  });

  it("is gone as soon as the site was found to have it no more", async () => {
    let status = 200;
    const door = await openDoor((request, response) => {
      if (request.method === "POST") response.end(JSON.stringify({ paths: ["/zh-Hans/news/a"] }));
      else response.writeHead(status, kept).end("<p>甲</p>");
    });
    await fetch(`${door.url}/zh-Hans/news/a`);
    status = 404;
    await fetch(`${door.url}/api/revalidate`, { method: "POST", body: "{}" });
    await door.pages.warm("/zh-Hans/news/a");
    expect((await fetch(`${door.url}/zh-Hans/news/a`)).status).toBe(404);
  });

  it("is given whole to who asks for a part of it", async () => {
    const door = await openDoor(
      (_request, response) => void response.writeHead(200, kept).end(html),
    );
    const headers = { range: "bytes=0-10", "accept-encoding": "identity" };
    for (const url of [`${door.url}/zh-Hans`, `${door.url}/zh-Hans`, `${door.url}/zh-Hans?a=1`]) {
      const answer = await fetch(url, { headers });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toMatch(/^<!DOCTYPE html><html><body><p>/);
    }
    expect(door.asked).toEqual(["GET /zh-Hans", "GET /zh-Hans?a=1"]);
  });

  it.each(["rsc", "next-action", "next-router-prefetch", "x-middleware-subrequest", "next-url"])(
    "is the same for who sends %s, as React in the browser would",
    async (name) => {
      const door = await openDoor((request, response) => {
        const isForReact = request.headers[name] !== undefined;
        response.writeHead(200, kept).end(isForReact ? "0:{}" : html);
      });
      for (const headers of [{ [name]: "1" }, {}, { [name]: "1" }])
        expect(await (await fetch(`${door.url}/zh-Hans`, { headers })).text()).toContain("新闻");
      expect(door.asked).toEqual(["GET /zh-Hans"]);
    },
  );

  it("answers React's own questions where its scripts are shipped", async () => {
    const door = await openDoor(
      (request, response) =>
        void response.writeHead(200, kept).end(request.headers["rsc"] === "1" ? "0:{}" : html),
      { LEAN_HTML: "off" },
    );
    await fetch(`${door.url}/zh-Hans`);
    const answer = await fetch(`${door.url}/zh-Hans`, { headers: { rsc: "1" } });
    expect(await answer.text()).toBe("0:{}");
  });

  it("keeps the framework's scripts when LEAN_HTML is off", async () => {
    const door = await openDoor(
      (_request, response) => void response.writeHead(200, kept).end(html),
      { LEAN_HTML: "off" },
    );
    expect(await (await fetch(`${door.url}/zh-Hans`)).text()).toContain("__next_f");
  });
});

describe("a page that is being made anew", () => {
  const making = (isMade: () => boolean) =>
    openDoor(
      (_request, response) =>
        void response
          .writeHead(200, isMade() ? kept : { ...kept, "x-nextjs-cache": "STALE" })
          .end(isMade() ? "<p>新</p>" : "<p>旧</p>"),
    );

  it("is not asked for by each of a crowd that reads the old one, and is looked for again a moment later", async () => {
    let isMade = false;
    const door = await making(() => isMade);
    const look = async () => (await fetch(`${door.url}/zh-Hans`)).text();
    for (let visit = 0; visit < 20; visit += 1) expect(await look()).toBe("<p>旧</p>");
    expect(door.asked.length).toBeLessThan(20);
    isMade = true;
    await vi.waitFor(async () => expect(await look()).toBe("<p>新</p>"), 5_000);
  });

  it("is asked for again when something was published while it was made", async () => {
    const door = await openDoor((_request, response) => {
      if (door.asked.length === 1) door.cache.drop(["/zh-Hans/news"]);
      response.writeHead(200, kept).end(`<p>${door.asked.length}</p>`);
    });
    await door.pages.warm("/zh-Hans");
    expect(await (await fetch(`${door.url}/zh-Hans`)).text()).toBe("<p>2</p>");
    expect(door.asked).toHaveLength(2);
  });

  it("leaves the readers of other pages their answers meanwhile", async () => {
    let isMade = true;
    const door = await making(() => isMade);
    await fetch(`${door.url}/zh-Hans/news`);
    isMade = false;
    const warm = door.pages.warm("/zh-Hans");
    expect(door.pages.isWarming()).toBe(true);
    expect(await (await fetch(`${door.url}/zh-Hans/news`)).text()).toBe("<p>新</p>");
    isMade = true;
    await warm;
    expect(door.pages.isWarming()).toBe(false);
    expect(door.cache.get("/zh-Hans")).toBeDefined();
  });
});

describe("an answer that is for one visitor alone", () => {
  it.each([
    { name: "sets a cookie", headers: { ...kept, "set-cookie": "who=1" }, url: "/zh-Hans" },
    {
      name: "calls itself private",
      headers: { ...kept, "cache-control": "private, no-store" },
      url: "/zh-Hans",
    },
    {
      name: "says nothing about keeping",
      headers: { "content-type": "text/html" },
      url: "/zh-Hans",
    },
    { name: "answers a query", headers: kept, url: "/zh-Hans/search?q=1" },
  ])("is not kept when it $name", async ({ headers, url }) => {
    const door = await openDoor(
      (_request, response) => void response.writeHead(200, headers).end(html),
    );
    const first = await fetch(door.url + url);
    await fetch(door.url + url);
    expect(door.asked).toHaveLength(2);
    expect(await first.text()).not.toContain("<script");
  });

  it("is not kept when it is no 200", async () => {
    const door = await openDoor(
      (_request, response) => void response.writeHead(404, kept).end(html),
    );
    await fetch(`${door.url}/zh-Hans`);
    expect([(await fetch(`${door.url}/zh-Hans`)).status, door.asked.length]).toEqual([404, 2]);
  });

  it("is made for each of those who ask together with their own cookie", async () => {
    const door = await openDoor(async (request, response) => {
      await pause(50);
      response
        .writeHead(200, { "content-type": "text/html", "cache-control": "private" })
        .end(`<p>${request.headers.cookie}</p>`);
    });
    const ask = async (name: string) =>
      (await fetch(`${door.url}/zh-Hans/saved`, { headers: { cookie: `who=${name}` } })).text();
    expect(await Promise.all(["lin", "chen", "yu"].map(ask))).toEqual([
      "<p>who=lin</p>",
      "<p>who=chen</p>",
      "<p>who=yu</p>",
    ]);
  });

  it("is never mixed with a draft preview, which keeps its scripts", async () => {
    const door = await openDoor(
      (_request, response) => void response.writeHead(200, kept).end(html),
    );
    await fetch(`${door.url}/zh-Hans`);
    const preview = await fetch(`${door.url}/zh-Hans`, {
      headers: { cookie: "a=1; __prerender_bypass=x" },
    });
    expect(await preview.text()).toContain("__next_f");
    expect(preview.headers.get("cache-control")).toBe("private, no-store");
    expect(preview.headers.get("x-robots-tag")).toBe("noindex");
    expect(preview.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    expect(door.asked).toHaveLength(2);
    expect(await (await fetch(`${door.url}/zh-Hans`)).text()).not.toContain("__next_f");
  });
});

describe("an error page that Next left blank", () => {
  const blank = `<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>`;

  it("has the content of the site's own page, in the script of its address", async () => {
    const door = await openDoor((asked, response) => {
      if (asked.url === "/zh-Hant/errors/404")
        response.writeHead(200, kept).end("<h1>沒有這個頁面</h1>");
      else response.writeHead(404, kept).end(blank);
    });
    const answer = await fetch(`${door.url}/zh-Hant/news/gone`);
    expect([answer.status, await answer.text()]).toEqual([404, "<h1>沒有這個頁面</h1>"]);
    await fetch(`${door.url}/zh-Hant/news/gone-too`);
    expect(door.asked.filter((line) => line.endsWith("errors/404"))).toHaveLength(1);
  });

  it("has that of a fault when the fault is ours", async () => {
    const door = await openDoor((asked, response) => {
      if (asked.url === "/zh-Hans/errors/500")
        response.writeHead(200, kept).end("<h1>页面暂时打不开</h1>");
      else response.writeHead(500, kept).end(blank);
    });
    const answer = await fetch(`${door.url}/zh-Hans/news/broken`);
    expect([answer.status, await answer.text()]).toEqual([500, "<h1>页面暂时打不开</h1>"]);
  });

  it("says so in both scripts when even that page is blank", async () => {
    const door = await openDoor(
      (_request, response) => void response.writeHead(500, kept).end(blank),
    );
    const text = await (await fetch(`${door.url}/zh-Hans/news/a`)).text();
    expect(text).toContain("网站暂时出了问题");
    expect(text).toContain("網站暫時出了問題");
  });
});
