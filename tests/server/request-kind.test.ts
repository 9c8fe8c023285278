import { request as openRequest } from "node:http";

import { describe, expect, it } from "vitest";

import { kept, openDoor } from "./door.ts";

const html = `<!DOCTYPE html><html><body><script>self.__next_f.push([0])</script><p>新闻</p></body></html>`;
const openSite = (environment: Record<string, string> = {}) =>
  openDoor((_request, response) => void response.writeHead(200, kept).end(html), environment);

/** Ask with a method or a spelling of the address that `fetch` would not send. */
async function statusOf(door: { url: string }, path: string, method = "GET"): Promise<number> {
  return new Promise((done, fail) => {
    const { port } = new URL(door.url);
    const outgoing = openRequest({ host: "127.0.0.1", port, path, method }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    outgoing.on("error", fail);
    outgoing.end();
  });
}

describe("the address of a request", () => {
  it("may be spelt whole, as for a proxy, and is that of a page of ours whatever host it names", async () => {
    const door = await openSite();
    for (const path of ["http://elsewhere.example/zh-Hans", "HTTPS://a.example/zh-Hans?b=/c"])
      expect(await statusOf(door, path)).toBe(200);
    expect(await statusOf(door, "http://elsewhere.example")).toBe(200);
    expect(door.asked).toEqual(["GET /zh-Hans", "GET /zh-Hans?b=/c", "GET /"]);
  });

  it.each(["*", "zh-Hans", "ftp://a.example/zh-Hans"])("is refused when it is %s", async (path) => {
    const door = await openSite();
    expect([await statusOf(door, path), door.asked]).toEqual([400, []]);
  });

  it.each([
    "/_next/nothing",
    "/_next/data/build/zh-Hans.json",
    "/_next/image?url=/a.png",
    "/zh-Hans.rsc",
    "/zh-Hant/news.segments/_tree.segment.rsc",
  ])("is nowhere when it is %s, and never reaches the site", async (path) => {
    const door = await openSite();
    const answer = await fetch(door.url + path, { headers: { accept: "text/html" } });
    expect([answer.status, door.asked]).toEqual([404, []]);
    expect(await answer.text()).toContain("沒有這個頁面");
  });
});

describe("a page", () => {
  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("takes no %s", async (method) => {
    const door = await openSite();
    const answer = await fetch(`${door.url}/zh-Hans`, { method });
    expect([answer.status, answer.headers.get("allow"), door.asked]).toEqual([
      405,
      "GET, HEAD",
      [],
    ]);
  });

  it("takes no TRACE", async () => {
    const door = await openSite();
    expect([await statusOf(door, "/zh-Hans", "TRACE"), door.asked]).toEqual([405, []]);
  });

  it.each(["/zh-Hans/a.b", "/zh-Hans/price-list.xlsx", "/.env"])(
    "is without scripts at %s too",
    async (path) => {
      const door = await openSite();
      expect(await (await fetch(door.url + path)).text()).not.toContain("<script");
    },
  );

  it("varies by what its bytes depend on, and by React's questions only where those are answered", async () => {
    const site = (environment: Record<string, string>) =>
      openDoor((_request, response) => {
        const vary = "rsc, next-router-state-tree, Accept-Language";
        response.writeHead(200, { ...kept, vary }).end(html);
      }, environment);
    const lean = await fetch(`${(await site({})).url}/zh-Hans`);
    expect(lean.headers.get("vary")).toBe("Accept-Language, Accept-Encoding");
    const full = await fetch(`${(await site({ LEAN_HTML: "off" })).url}/zh-Hans`);
    expect(full.headers.get("vary")).toBe(
      "rsc, next-router-state-tree, Accept-Language, Accept-Encoding",
    );
  });

  it("that is not there is remembered by nobody on the way", async () => {
    const door = await openDoor(
      (_request, response) => void response.writeHead(404, kept).end("无"),
    );
    const answer = await fetch(`${door.url}/zh-Hans/news/to-be`);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });
});

describe("a refusal", () => {
  it.each([
    { name: "of an address that is too long", path: `/${"a".repeat(5_000)}`, status: 414 },
    { name: "of one that is nowhere", path: "/_next/nothing", status: 404 },
    { name: "by a lake that is away", path: "/api/lake/v1/x", status: 503 },
  ])("$name lets nothing load or run", async ({ path, status }) => {
    const door = await openSite();
    const answer = await fetch(door.url + path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});
