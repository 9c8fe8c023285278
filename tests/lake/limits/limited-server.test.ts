import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";

import { afterEach, describe, expect, it } from "vitest";

import { createLimitedServer } from "../../../lib/lake/limits/limited-server.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(...parameters: Parameters<typeof createLimitedServer>): Promise<number> {
  const server = createLimitedServer(...parameters);
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Send raw bytes and answer what came back before the connection ended, and how long that took. */
async function converse(port: number, write: (send: (text: string) => void) => void) {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString();
  });
  socket.on("error", () => undefined);
  const start = Date.now();
  write((part) => void socket.write(part));
  await once(socket, "close");
  return { text, milliseconds: Date.now() - start };
}

describe("createLimitedServer", () => {
  it("turns away who has too many requests open, and nobody else", async () => {
    const held: ServerResponse[] = [];
    const port = await serve((request, response) => {
      if (request.url === "/hold") held.push(response);
      else response.end("ok");
    });
    const ask = (path: string, address: string) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { "x-forwarded-for": `made-up, ${address}` },
      });
    const holding = Array.from({ length: 200 }, () => ask("/hold", "203.0.113.5"));
    await expect.poll(() => held.length).toBe(200);
    const refused = await ask("/", "203.0.113.5");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect((await ask("/", "203.0.113.6")).status).toBe(200);
    for (const response of held) response.end();
    await Promise.all(holding);
    await expect.poll(async () => (await ask("/", "203.0.113.5")).status).toBe(200);
  });

  it("hangs up on headers that never end", async () => {
    const port = await serve((_request, response) => response.end("ok"), { headers: 200 });
    const { text, milliseconds } = await converse(port, (send) =>
      send("GET / HTTP/1.1\r\nhost: x\r\nx-slow: "),
    );
    expect(text).toContain("408");
    expect(milliseconds).toBeLessThan(3000);
  });

  it("hangs up on a body that never ends", async () => {
    const port = await serve((request) => void request.resume(), { body: 200 });
    const { milliseconds } = await converse(port, (send) =>
      send("POST /vX/data/mutate/production HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{"),
    );
    expect(milliseconds).toBeLessThan(3000);
  });

  it("waits for an upload that gets on, and not for one that does not", async () => {
    let bytes = 0;
    const port = await serve(
      (request) => {
        request.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        request.resume();
      },
      { idle: 300, body: 100 },
    );
    const { milliseconds } = await converse(port, (send) => {
      send("POST /vX/assets/files/production HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n");
      for (const delay of [150, 300, 450]) setTimeout(() => send("x"), delay);
    });
    expect(bytes).toBe(3);
    expect(milliseconds).toBeGreaterThan(600);
    expect(milliseconds).toBeLessThan(4000);
  });

  it("refuses headers of more than 16 KiB", async () => {
    const port = await serve((_request, response) => response.end("ok"));
    const response = await fetch(`http://127.0.0.1:${port}`, {
      headers: { "x-long": "x".repeat(17_000) },
    });
    expect(response.status).toBe(431);
  });
});
