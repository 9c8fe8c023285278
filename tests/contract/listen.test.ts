import type {
  ListenEvent,
  MutationEvent,
  ResumableListenOptions,
  SanityClient,
} from "@sanity/client";
import { applyPatch } from "mendoza";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, siteToken, startLakeProcess } from "./lake-process.ts";

let lake: LakeProcess;
let client: SanityClient;
const open: { unsubscribe: () => void }[] = [];

beforeAll(async () => {
  lake = await startLakeProcess();
  client = lake.client();
});
afterAll(() => lake.remove());
afterEach(() => {
  for (const one of open.splice(0)) one.unsubscribe();
});

const everyEvent = ["welcome", "mutation", "reconnect", "welcomeback", "reset"] as const;

async function listen(
  query: string,
  params: Record<string, unknown> = {},
  options: Omit<ResumableListenOptions, "events" | "enableResume"> = {},
  as: SanityClient = client,
): Promise<ListenEvent[]> {
  const events: ListenEvent[] = [];
  const all: ResumableListenOptions = {
    events: [...everyEvent],
    enableResume: true,
    includeAllVersions: true,
    ...options,
  };
  open.push(as.listen(query, params, all).subscribe((event) => events.push(event)));
  await expect.poll(() => events.length, { timeout: 5000 }).toBe(1);
  expect(events[0]).toMatchObject({ type: "welcome", listenerName: expect.any(String) });
  return events;
}
const mutations = (events: readonly ListenEvent[]) =>
  events.filter((event): event is MutationEvent => event.type === "mutation");
const steps = (events: readonly ListenEvent[]) =>
  mutations(events).map(({ documentId, transition }) => `${transition} ${documentId}`);

const about = (id: string, query: string) => ({ id, dataset: "production", query });

describe("a listener", () => {
  it("hears what comes into its filter, changes in it and goes out of it", async () => {
    const events = await listen("*[_type == $type && shown == true]", { type: "song" });
    await client.create({ _id: "s1", _type: "song", shown: false });
    await client.patch("s1").set({ shown: true }).commit();
    await client.patch("s1").set({ title: "歌" }).commit();
    await client.patch("s1").set({ shown: false }).commit();
    await client.delete("s1");
    await expect.poll(() => steps(events)).toEqual(["appear s1", "update s1", "disappear s1"]);
    const [first, second] = mutations(events);
    expect(first?.result).toMatchObject({ _id: "s1", shown: true, _rev: first?.resultRev });
    expect(second).toMatchObject({
      previousRev: first?.resultRev,
      identity: "site",
      transactionTotalEvents: 1,
      transactionCurrentEvent: 1,
      mutations: [{ patch: { id: "s1", set: { title: "歌" } } }],
    });
  });

  it("is told of a transaction how much of it is its own to hear", async () => {
    const one = await listen('*[_id == "both1"]');
    const all = await listen('*[_type == "both"]');
    await client
      .transaction()
      .create({ _id: "elsewhere", _type: "else" })
      .create({ _id: "both1", _type: "both" })
      .create({ _id: "both2", _type: "both" })
      .commit();
    const counts = (events: ListenEvent[]) =>
      mutations(events).map(
        ({ documentId, transactionCurrentEvent, transactionTotalEvents }) =>
          `${documentId} ${transactionCurrentEvent}/${transactionTotalEvents}`,
      );
    await expect.poll(() => counts(all)).toEqual(["both1 1/2", "both2 2/2"]);
    await expect.poll(() => counts(one)).toEqual(["both1 1/1"]);
  });

  it("can follow the document by effects alone, through creation, edits and deletion", async () => {
    const options = {
      effectFormat: "mendoza",
      includeResult: false,
      includeMutations: false,
    } as const;
    const events = await listen('*[_id == "e1"]', {}, options);
    const states: unknown[] = [];
    await client.create({ _id: "e1", _type: "song", list: [{ _key: "a", text: "厦门的海" }] });
    states.push(await client.getDocument("e1"));
    await client.patch("e1").set({ 'list[_key=="a"].text': "厦门的山" }).commit();
    states.push(await client.getDocument("e1"));
    await client.delete("e1");
    await expect.poll(() => mutations(events).length).toBe(3);
    let document: unknown = null;
    const seen = mutations(events).map(({ effects, resultRev }) => {
      document = applyPatch(document, effects?.apply as unknown[]);
      return document === null ? null : Object.assign({}, document, { _rev: resultRev });
    });
    expect(seen).toEqual([...states, null]);
    expect(mutations(events).some((event) => "result" in event)).toBe(false);
  });

  it("gets the document as it was when it asks for it", async () => {
    await client.createOrReplace({ _id: "p1", _type: "song", n: 1 });
    const events = await listen('*[_id == "p1"]', {}, { includePreviousRevision: true });
    await client.patch("p1").inc({ n: 1 }).commit();
    await expect.poll(() => mutations(events).length).toBe(1);
    expect(mutations(events)[0]).toMatchObject({ previous: { n: 1 }, result: { n: 2 } });
  });

  it("hears of drafts and versions only on demand", async () => {
    const quiet = await listen('*[_type == "page"]', {}, { includeAllVersions: false });
    const all = await listen('*[_type == "page"]');
    await client.create({ _id: "drafts.pg", _type: "page" });
    await client.create({ _id: "versions.r.pg", _type: "page" });
    await client.create({ _id: "pg", _type: "page" });
    await expect.poll(() => mutations(all).length).toBe(3);
    await expect.poll(() => steps(quiet)).toEqual(["appear pg"]);
  });

  it("does not hear of private documents as a stranger", async () => {
    const stranger = lake.client({ token: "" });
    const events = await listen('*[_type == "inquiry"]', {}, {}, stranger);
    await client.create({ _id: "inquiry.7", _type: "inquiry", phone: "000" });
    await client.create({ _id: "open7", _type: "inquiry" });
    await expect.poll(() => steps(events)).toEqual(["appear open7"]);
  });

  it("is told that its query is wrong", async () => {
    const url = `${lake.url}/v2025-02-19/data/listen/production?query=${encodeURIComponent("*[")}`;
    const response = await fetch(url);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { type: "queryParseError", query: "*[" },
    });
  });

  it("shares the lake with 199 others, and each hears everything once", async () => {
    const headers = { authorization: `Bearer ${siteToken}` };
    const query = encodeURIComponent('*[_type == "crowd"]');
    const url = `${lake.url}/v2025-02-19/data/listen/production?query=${query}`;
    const control = new AbortController();
    const heard = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const { body } = await fetch(url, { headers, signal: control.signal });
        const count = { events: 0 };
        const decoder = new TextDecoder();
        void (async () => {
          for await (const chunk of body ?? []) {
            count.events += decoder.decode(chunk).split("event: mutation").length - 1;
          }
        })().catch(() => {});
        return count;
      }),
    );
    for (let n = 0; n < 20; n += 1) await client.create({ _id: `crowd${n}`, _type: "crowd" });
    await expect
      .poll(() => heard.every(({ events }) => events >= 20), { timeout: 30_000 })
      .toBe(true);
    expect(new Set(heard.map(({ events }) => events))).toEqual(new Set([20]));
    control.abort();
  });
});

describe("the multiplexed connection", () => {
  it("carries several listeners, and tells wrong queries apart", async () => {
    const headers = { authorization: `Bearer ${siteToken}`, "content-type": "application/json" };
    const url = `${lake.url}/vX/lake/multiplex`;
    const control = new AbortController();
    const { body } = await fetch(url, { headers, signal: control.signal });
    let text = "";
    void (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of body ?? []) text += decoder.decode(chunk);
    })().catch(() => {});
    const lines = () =>
      text
        .split("\n")
        .filter((line) => line !== "")
        .map(
          (line) => JSON.parse(line) as { connection?: string; id?: string; event?: ListenEvent },
        );
    await expect.poll(() => lines()[0]?.connection).toBeTypeOf("string");
    const { connection } = lines()[0] ?? {};
    const post = (message: object) =>
      fetch(url, { method: "POST", headers, body: JSON.stringify({ connection, ...message }) });
    const subscribe = [
      about("A", '*[_id == "mx1"]'),
      about("B", '*[_id == "mx2"]'),
      about("C", "*["),
    ];
    expect((await post({ subscribe })).status).toBe(200);
    await client.create({ _id: "mx1", _type: "note" });
    await post({ unsubscribe: ["A"] });
    await client.create({ _id: "mx2", _type: "note" });
    await client.patch("mx1").set({ a: 1 }).commit();
    await expect.poll(() => lines().length).toBe(6);
    expect(
      lines()
        .slice(1)
        .map(({ id, event }) => `${id} ${event?.type}`),
    ).toEqual(["A welcome", "B welcome", "C channelError", "A mutation", "B mutation"]);
    const gone = { connection: "gone" };
    expect((await post({ ...gone, subscribe: [about("D", "*")] })).status).toBe(410);
    expect((await post({ ...gone, unsubscribe: ["A"] })).status).toBe(200);
    control.abort();
  });
});
