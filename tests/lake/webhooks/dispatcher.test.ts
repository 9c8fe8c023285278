import { once } from "node:events";
import { type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

import { expect, it, onTestFinished } from "vitest";

import { routes } from "../../../lib/lake/routes.ts";
import { openLake } from "../../../lib/lake/server.ts";
import { readSettings } from "../../../lib/lake/settings.ts";
import { WebhookDispatcher } from "../../../lib/lake/webhooks/dispatcher.ts";

const token = "a-site-token-for-tests";

/** Receivers that answer when they are told to, and who tell what they were sent. */
async function createReceiver() {
  const waiting: ServerResponse[] = [];
  const received: string[] = [];
  const server = createServer((request, response) => {
    const take = async () => {
      received.push(JSON.stringify(await json(request)));
      waiting.push(response);
    };
    void take();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    waiting,
    received,
    answerAll: () => waiting.splice(0).forEach((response) => response.end()),
  };
}

it("a webhook is sent eight messages at a time, those of one document in order; another does not wait", async () => {
  const [slow, quick] = [await createReceiver(), await createReceiver()];
  const projection = '{"what": _id + " " + delta::operation()}';
  const hooks = [
    { name: "slow", url: slow.url, projection },
    { name: "quick", url: quick.url, filter: '_id == "a39"', projection },
  ];
  const lake = await openLake(
    readSettings({
      DATA_DIR: ":memory:",
      LAKE_SITE_TOKEN: token,
      LAKE_LOG: "silent",
      LAKE_WEBHOOKS: JSON.stringify(hooks),
    }),
  );
  const dispatcher = new WebhookDispatcher(lake);
  onTestFinished(async () => {
    dispatcher.close();
    await lake.queries.close();
    await lake.store.close();
  });
  dispatcher.watch();
  await dispatcher.start();
  const write = (mutations: readonly object[]) =>
    routes(lake).request("/v1/data/mutate/production", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ mutations }),
    });
  const ids = Array.from({ length: 40 }, (_, number) => `a${number}`);
  await write(ids.map((_id) => ({ create: { _id, _type: "note" } })));
  await write(ids.map((id) => ({ patch: { id, set: { title: "x" } } })));

  await expect.poll(() => quick.received.length).toBe(1);
  await expect.poll(() => slow.waiting.length).toBe(8);
  quick.answerAll();
  await expect.poll(() => quick.received).toHaveLength(2);
  expect(slow.waiting).toHaveLength(8);
  let most = 0;
  await expect
    .poll(
      () => {
        most = Math.max(most, slow.waiting.length);
        slow.answerAll();
        return slow.received.length;
      },
      { interval: 5 },
    )
    .toBe(80);
  expect(most).toBeLessThanOrEqual(8);
  for (const id of ids)
    expect(slow.received.filter((text) => text.includes(`"${id} `))).toEqual([
      `{"what":"${id} create"}`,
      `{"what":"${id} update"}`,
    ]);
});
