import { request as openRequest } from "node:http";

import { describe, expect, it } from "vitest";

import { openDoor } from "./door.ts";

describe("limits", () => {
  it("refuses a body that is too large before the site hears of it", async () => {
    const door = await openDoor((_request, response) => void response.end("ok"));
    const answer = await fetch(`${door.url}/api/inquiries`, {
      method: "POST",
      body: Buffer.alloc(1024 * 1024 + 1),
    });
    expect([answer.status, door.asked]).toEqual([413, []]);
  });

  it("refuses a body that grows too large without having said so", async () => {
    const door = await openDoor((_request, response) => void response.end("ok"));
    const status = await new Promise((done) => {
      const outgoing = openRequest(`${door.url}/api/inquiries`, { method: "POST" }, (answer) =>
        done(answer.statusCode),
      );
      outgoing.on("error", () => {});
      for (let sent = 0; sent < 20; sent += 1) outgoing.write(Buffer.alloc(64 * 1024));
      outgoing.end();
    });
    expect([status, door.asked]).toEqual([413, []]);
  });

  it("hands a body within the limit on whole", async () => {
    const door = await openDoor(async (incoming, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      response.end(Buffer.concat(chunks));
    });
    const answer = await fetch(`${door.url}/api/inquiries`, { method: "POST", body: "留言=你好" });
    expect(await answer.text()).toBe("留言=你好");
  });

  it("refuses an address longer than any of ours", async () => {
    const door = await openDoor((_request, response) => void response.end("ok"));
    expect((await fetch(`${door.url}/zh-Hans/${"a".repeat(5000)}`)).status).toBe(414);
  });

  it("tells the site the visitor's address, not what he claims", async () => {
    const door = await openDoor(
      (incoming, response) => void response.end(incoming.headers["x-forwarded-for"]),
    );
    const headers = { "x-forwarded-for": "203.0.113.7" };
    expect(await (await fetch(`${door.url}/api/echo`, { headers })).text()).toBe("127.0.0.1");
  });

  it("believes as many proxies as it was told to, counted from the near end", async () => {
    const door = await openDoor(
      (incoming, response) => void response.end(incoming.headers["x-forwarded-for"]),
      { TRUSTED_PROXIES: "2" },
    );
    const headers = { "x-forwarded-for": "1.1.1.1, 203.0.113.7, 10.0.0.2" };
    expect(await (await fetch(`${door.url}/api/echo`, { headers })).text()).toBe("203.0.113.7");
  });
});
