import { once } from "node:events";
import { createServer } from "node:http";

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";

import { attachPresence } from "../../../lib/lake/presence/socket.ts";
import { type RunningLake, startLake } from "../../../lib/lake/server.ts";
import { readSettings } from "../../../lib/lake/settings.ts";

type Received = {
  id?: string;
  result?: string;
  error?: { code: number };
  method?: string;
  params?: { result: object };
};

let running: RunningLake;
const open: WebSocket[] = [];

beforeAll(async () => {
  running = await startLake({
    ...readSettings({
      DATA_DIR: ":memory:",
      LAKE_LOG: "silent",
      LAKE_PUBLIC_URL: "https://example.com/api/lake",
    }),
    port: 0,
  });
});
afterAll(() => running.close());
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});

/** A tab of the Studio: sends calls, keeps what it is told. */
function openTab(headers: Record<string, string> = {}, dataset = "production") {
  const socket = new WebSocket(`ws://127.0.0.1:${running.port}/vX/socket/${dataset}?tag=test`, {
    headers,
  });
  open.push(socket);
  const received: Received[] = [];
  let hearts = 0;
  socket.on("message", (data) => {
    const text = String(data);
    if (text === "\u2665") hearts += 1;
    else received.push(JSON.parse(text));
  });
  return {
    socket,
    received,
    hearts: () => hearts,
    events: () =>
      received
        .filter(({ method }) => method === "presence_subscription")
        .map(({ params }) => params?.result),
    async call(method: string, params: object = {}) {
      if (socket.readyState === socket.CONNECTING) await once(socket, "open");
      const id = `${method}-${received.length}`;
      socket.send(
        JSON.stringify({ jsonrpc: "2.0", id, method, params: { ...params, apiVersion: "v1" } }),
      );
      return expect.poll(() => received.find((message) => message.id === id)).toBeDefined();
    },
  };
}

function cookieOf(name: string): Record<string, string> {
  const { accounts } = running.lake.access;
  const user =
    accounts.getUserByLogin(name) ??
    accounts.createUser({ login: name, name, role: "editor", passwordHash: "" });
  return {
    cookie: `sanitySession=${accounts.createSession(user.id)}`,
    origin: "https://example.com",
  };
}
const idOf = (name: string) => running.lake.access.accounts.getUserByLogin(name)?.id;

describe("presence", () => {
  it("lets two editors see each other come, move and go", async () => {
    const lin = openTab(cookieOf("lin"));
    await lin.call("presence_subscribe");
    const chen = openTab(cookieOf("chen"));
    await chen.call("presence_subscribe");
    await chen.call("presence_rollcall", { session: "tab-chen" });
    await expect
      .poll(lin.events)
      .toContainEqual({ type: "rollCall", i: idOf("chen"), session: "tab-chen" });

    const data = {
      sessionId: "tab-lin",
      locations: [{ type: "document", documentId: "article-1", path: ["title"] }],
    };
    await lin.call("presence_announce", { data });
    await expect.poll(chen.events).toContainEqual({ type: "state", i: idOf("lin"), m: data });

    lin.socket.terminate();
    await expect
      .poll(chen.events)
      .toContainEqual({ type: "disconnect", i: idOf("lin"), m: { session: "tab-lin" } });
    expect(chen.hearts()).toBeGreaterThan(0);
  });

  it("stays within a dataset", async () => {
    await running.lake.store.write(() => running.lake.store.createDataset("staging"));
    const [here, there] = [openTab(cookieOf("lin")), openTab(cookieOf("chen"), "staging")];
    await there.call("presence_subscribe");
    await here.call("presence_subscribe");
    await here.call("presence_announce", { data: { sessionId: "s", locations: [] } });
    await expect.poll(here.events).toHaveLength(1);
    expect(there.events()).toEqual([]);
  });

  it("lets programs in by token", async () => {
    const { secret } = running.lake.access.accounts.createAccessToken({
      label: "x",
      role: "viewer",
      dataset: null,
    });
    const tab = openTab();
    await tab.call("authorization", { authorization: `Bearer ${secret}` });
    await tab.call("presence_subscribe");
    expect(tab.received.every(({ error }) => error === undefined)).toBe(true);
  });

  it.each([
    { name: "a stranger", headers: () => ({}), method: "presence_subscribe" },
    { name: "a wrong token", headers: () => ({}), method: "authorization" },
    {
      name: "a page of another site with our cookie",
      headers: () => ({ ...cookieOf("lin"), origin: "https://evil.test" }),
      method: "presence_subscribe",
    },
  ])("shows $name the door", async ({ headers, method }) => {
    const tab = openTab(headers());
    await once(tab.socket, "open");
    tab.socket.send(
      JSON.stringify({ jsonrpc: "2.0", id: "1", method, params: { authorization: "Bearer no" } }),
    );
    const [code] = await once(tab.socket, "close");
    expect(code).toBe(4001);
    expect(tab.received).toEqual([]);
  });

  it("answers nonsense with an error and lives on", async () => {
    const tab = openTab(cookieOf("lin"));
    await tab.call("presence_dance");
    expect(tab.received.at(-1)?.error?.code).toBe(-32_601);
    tab.socket.send("{");
    await expect.poll(() => tab.received.at(-1)?.error?.code).toBe(-32_700);
    await tab.call("presence_subscribe");
  });

  it("cuts off a flood", async () => {
    const tab = openTab(cookieOf("lin"));
    await once(tab.socket, "open");
    for (let count = 0; count < 150; count += 1) tab.socket.send("x");
    const [code] = await once(tab.socket, "close");
    expect(code).toBe(1008);
  });

  it("is not offered for a dataset that does not exist", async () => {
    const tab = openTab(cookieOf("lin"), "nowhere");
    const [error] = await once(tab.socket, "error");
    expect(String(error)).toContain("404");
  });

  it("closes a socket that does not say in time who it is", async () => {
    const server = createServer();
    const close = attachPresence(server, running.lake, { patienceMs: 30 });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/vX/socket/production`);
    open.push(socket);
    expect((await once(socket, "close"))[0]).toBe(4001);
    close();
    server.close();
  });
});
