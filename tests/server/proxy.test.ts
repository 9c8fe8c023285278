import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";

import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket, WebSocketServer } from "ws";

import { createCdnProxy } from "../../lib/server/proxy.ts";
import { openDoor } from "./door.ts";

async function listen(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const unasked = () => {
  throw new Error("The site was asked");
};

async function doorBefore(listener: RequestListener) {
  const { url, server } = await listen(listener);
  return { ...(await openDoor(unasked, {}, url)), lake: server };
}

describe("the way to the lake", () => {
  it("takes the prefix off, keeps the query, and names the visitor itself", async () => {
    let seen: IncomingMessage | undefined;
    const door = await doorBefore((request, response) => {
      seen = request;
      response.end("ok");
    });
    await fetch(`${door.url}/api/lake/v1/data/query/production?query=*%5B0%5D`, {
      headers: { "x-forwarded-for": "203.0.113.7", "x-mine": "kept", te: "trailers" },
    });
    expect(seen?.url).toBe("/v1/data/query/production?query=*%5B0%5D");
    expect(seen?.headers).toMatchObject({ "x-forwarded-for": "127.0.0.1", "x-mine": "kept" });
    expect(seen?.headers.te).toBeUndefined();
  });

  it("passes on status, cookies and headers, and none that belong to one connection", async () => {
    const door = await doorBefore((_request, response) => {
      response
        .writeHead(409, {
          "set-cookie": ["a=1", "b=2"],
          "x-lake": "1",
          connection: "x-hop",
          "x-hop": "1",
        })
        .end("{}");
    });
    const answer = await fetch(`${door.url}/api/lake/v1/x`);
    expect([
      answer.status,
      answer.headers.getSetCookie(),
      answer.headers.get("x-lake"),
      answer.headers.get("x-hop"),
    ]).toEqual([409, ["a=1", "b=2"], "1", null]);
  });

  it("hands events on as they come, not when the stream ends", async () => {
    const door = await doorBefore((_request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("event: welcome\n\n");
    });
    const answer = await fetch(`${door.url}/api/lake/v1/data/listen/production`);
    const { value } = (await answer.body?.getReader().read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toBe("event: welcome\n\n");
  });

  it("lets the lake know when a listener leaves", async () => {
    const left = Promise.withResolvers<string>();
    const door = await doorBefore((request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" }).write(":\n\n");
      request.once("close", () => left.resolve("left"));
    });
    const leaving = new AbortController();
    await fetch(`${door.url}/api/lake/v1/listen`, { signal: leaving.signal });
    leaving.abort();
    expect(await left.promise).toBe("left");
  });

  it("carries a large upload both ways, byte for byte", async () => {
    const door = await doorBefore((request, response) => void request.pipe(response));
    const bytes = Buffer.alloc(5 * 1024 * 1024, "文");
    const answer = await fetch(`${door.url}/api/lake/v1/assets/images/production`, {
      method: "POST",
      body: bytes,
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it("carries a websocket", async () => {
    const door = await doorBefore((_request, response) => void response.end());
    const echo = new WebSocketServer({ server: door.lake });
    echo.on("connection", (socket, request) =>
      socket.on("message", (data) => socket.send(`${request.url} ${String(data)}`)),
    );
    const socket = new WebSocket(`${door.url.replace("http", "ws")}/api/lake/v1/socket/production`);
    const answered = new Promise((done) => socket.once("message", (data) => done(String(data))));
    socket.once("open", () => socket.send("♥"));
    expect(await answered).toBe("/v1/socket/production ♥");
    socket.terminate();
  });

  it("answers 503 with Retry-After while the lake is away", async () => {
    const door = await openDoor(unasked);
    const answer = await fetch(`${door.url}/api/lake/status`);
    expect([answer.status, answer.headers.get("retry-after"), await answer.json()]).toEqual([
      503,
      "2",
      { error: "Service Unavailable", statusCode: 503 },
    ]);
  });

  it("asks again when a kept connection closes under a question, and never sends a change twice", async () => {
    const known = new Set<unknown>();
    const changes: string[] = [];
    const door = await doorBefore((request, response) => {
      if (request.method === "POST") changes.push(request.url ?? "");
      if (known.has(request.socket)) return request.socket.destroy();
      known.add(request.socket);
      return response.end("ok");
    });
    const ask = (method: string) => fetch(`${door.url}/api/lake/status`, { method });
    const statuses: number[] = [];
    for (const method of ["GET", "GET", "GET", "POST"]) {
      const answer = await ask(method);
      await answer.text();
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([200, 200, 200, 502]);
    expect(changes).toHaveLength(1);
  });

  it("lets an uploaded file run nothing on our origin, unless the lake says otherwise", async () => {
    const door = await doorBefore((_request, response) => void response.end("<svg/>"));
    const answer = await fetch(`${door.url}/api/lake/images/yiwen/production/a.svg`);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  });

  it.each(["application/pdf", "video/mp4", "audio/mpeg"])(
    "leaves %s to the browser's own viewer",
    async (type) => {
      const door = await doorBefore((_request, response) =>
        response.setHeader("content-type", type).end("bytes"),
      );
      const answer = await fetch(`${door.url}/api/lake/files/yiwen/production/a`);
      expect(answer.headers.has("content-security-policy")).toBe(false);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    },
  );
});

async function cdnDoor(listener: RequestListener) {
  const { url } = await listen(listener);
  const proxy = createCdnProxy(url);
  return listen((request, response) =>
    proxy.web(request, response, { address: "127.0.0.1", protocol: "http" }),
  );
}

describe("the way to hosted Sanity's pictures", () => {
  it("asks for pictures and files, with neither cookie nor token", async () => {
    let seen: IncomingMessage | undefined;
    const { url } = await cdnDoor((request, response) => {
      seen = request;
      response.writeHead(200, { "content-type": "image/webp" }).end("bytes");
    });
    const answer = await fetch(`${url}/api/lake/images/abc123/production/a-1x1.png?w=200`, {
      headers: { cookie: "who=1", authorization: "Bearer x", range: "bytes=0-1" },
    });
    expect([answer.status, seen?.url]).toEqual([200, "/images/abc123/production/a-1x1.png?w=200"]);
    expect(seen?.headers).toMatchObject({ range: "bytes=0-1" });
    expect(seen?.headers).not.toHaveProperty("cookie");
    expect(seen?.headers).not.toHaveProperty("authorization");
  });

  it.each([
    { name: "anything else", path: "/api/lake/v1/data/query/production", method: "GET" },
    { name: "writing", path: "/api/lake/images/abc123/production/a.png", method: "POST" },
  ])("refuses $name", async ({ path, method }) => {
    const { url } = await cdnDoor(unasked);
    expect((await fetch(url + path, { method })).status).toBe(404);
  });
});
