import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import type { LiveEvent, SanityClient } from "@sanity/client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, siteToken, startLakeProcess } from "./lake-process.ts";

let lake: LakeProcess;
let client: SanityClient;
const open: AbortController[] = [];

beforeAll(async () => {
  lake = await startLakeProcess();
  client = lake.client();
});
afterAll(() => lake.remove());
afterEach(() => {
  for (const one of open.splice(0)) one.abort();
});

const query = encodeURIComponent('*[_type == "resumed"]');
const listenPath = `listen/production?query=${query}&includeAllVersions=true`;
const resumable = `${listenPath}&enableResume=true`;
const livePath = "live/events/production";

const read = async (
  path: string,
  headers: Record<string, string> = {},
  token: string | null = siteToken,
) => {
  const control = new AbortController();
  open.push(control);
  const response = await fetch(`${lake.url}/vX/data/${path}`, {
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    signal: control.signal,
  });
  let text = "";
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk);
  })().catch(() => {});
  return { text: () => text, close: () => control.abort() };
};
const told = (text: string) =>
  [...text.matchAll(/event: (\w+)\n(?:id: (\d+)\n)?data: (.*)\n/g)].map(([, type, id, data]) => ({
    type,
    id,
    documentId: (JSON.parse(data ?? "{}") as { documentId?: string }).documentId,
  }));

describe("a listener that lost its line", () => {
  it("gets exactly what it missed, also when the lake died meanwhile", async () => {
    const first = await read(resumable);
    await client.create({ _id: "l1", _type: "resumed" });
    await expect.poll(() => told(first.text()).length).toBe(2);
    const lastId = told(first.text()).at(-1)?.id ?? "";
    first.close();
    await client.create({ _id: "l2", _type: "resumed" });
    await client.create({ _id: "other", _type: "else" });
    await client.patch("l1").set({ a: 1 }).commit();
    await lake.stop("SIGKILL");
    await lake.restart();
    const again = await read(resumable, { "last-event-id": lastId });
    await client.delete("l2");
    await expect.poll(() => told(again.text()).length).toBe(4);
    expect(told(again.text()).map(({ type, documentId }) => documentId ?? type)).toEqual([
      "l2",
      "l1",
      "welcomeback",
      "l2",
    ]);
  });

  it("gets many missed changes of one document in their order, each with what it made of it", async () => {
    await client.create({ _id: "long", _type: "resumed", n: 0 });
    const first = await read(resumable);
    await expect.poll(() => told(first.text()).length).toBe(1);
    const lastId = told(first.text())[0]?.id ?? "";
    const edits = 130;
    for (let n = 1; n <= edits; n += 1) await client.patch("long").set({ n }).commit();
    await client.createOrReplace({ _id: "long", _type: "resumed", n: "end" });
    const again = await read(`${resumable}&includeResult=true&includePreviousRevision=true`, {
      "last-event-id": lastId,
    });
    await expect.poll(() => told(again.text()).at(-1)?.type).toBe("welcomeback");
    const changes = [...again.text().matchAll(/event: mutation\n.*\ndata: (.*)\n/g)].map(
      ([, data]) => JSON.parse(data ?? "") as Record<"previous" | "result", { n: unknown }>,
    );
    const values = [...Array.from({ length: edits + 1 }, (_unused, n) => n), "end"];
    expect(changes.map(({ previous, result }) => [previous.n, result.n])).toEqual(
      values.slice(1).map((value, index) => [values[index], value]),
    );
  });

  it("is told to start over when the lake cannot know what it missed", async () => {
    const lost = await read(resumable, { "last-event-id": "999999999" });
    await expect.poll(() => told(lost.text()).map(({ type }) => type)).toEqual(["reset"]);
    const plain = await read(listenPath, { "last-event-id": "1" });
    await expect.poll(() => told(plain.text()).map(({ type }) => type)).toEqual(["welcome"]);
  });
});

describe("a stranger's line", () => {
  const resume = (lastId: string) => {
    const headers = { "last-event-id": lastId };
    return read(`${resumable}&includeResult=true`, headers, null);
  };

  it("is taken up again after a moment, and starts over after long: what was taken back is not for everybody", async () => {
    const first = await read(resumable, {}, null);
    await expect.poll(() => told(first.text()).length).toBe(1);
    const lastId = told(first.text())[0]?.id ?? "";
    await client.create({ _id: "taken-back", _type: "resumed", title: "撤回的话" });
    await client.delete("taken-back");
    const soon = await resume(lastId);
    await expect.poll(() => told(soon.text()).at(-1)?.type).toBe("welcomeback");
    expect(soon.text()).toContain("撤回的话");
    await lake.stop();
    const db = new DatabaseSync(join(lake.dataDir, "lake.db"));
    db.exec("update transactions set timestamp = '2020-01-01T00:00:00.000Z'");
    db.close();
    await lake.restart();
    const late = await resume(lastId);
    await expect.poll(() => told(late.text()).map(({ type }) => type)).toEqual(["reset"]);
    const known = await read(resumable, { "last-event-id": lastId });
    await expect.poll(() => told(known.text()).at(-1)?.type).toBe("welcomeback");
  });
});

describe("live events", () => {
  it("name the answers that are out of date, and keep private ones to themselves", async () => {
    const events: LiveEvent[] = [];
    const stranger = lake.client({ token: "" });
    const subscription = stranger.live.events().subscribe((event) => events.push(event));
    await expect.poll(() => events.map(({ type }) => type)).toEqual(["welcome"]);
    await client.create({ _id: "drafts.live", _type: "note" });
    await client.create({ _id: "live", _type: "note" });
    await expect.poll(() => events.map(({ type }) => type)).toEqual(["welcome", "message"]);
    expect(events[1]).toMatchObject({
      tags: expect.arrayContaining([expect.stringMatching(/^s1:/)]),
    });
    subscription.unsubscribe();
  });

  it("are told to who comes back, without what is private", async () => {
    const first = await read(livePath);
    await expect.poll(() => told(first.text()).length).toBe(1);
    await client.create({ _id: "drafts.back", _type: "note" });
    await client.create({ _id: "back1", _type: "note" });
    await client.create({ _id: "back2", _type: "note" });
    await expect.poll(() => told(first.text()).length).toBe(3);
    const [welcome, ...messages] = told(first.text());
    const again = await read(livePath, { "last-event-id": welcome?.id ?? "" });
    await expect.poll(() => told(again.text()).slice(1)).toEqual(messages);
  });
});
