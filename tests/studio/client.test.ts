import { createServer, request as ask } from "node:http";
import type { Server } from "node:http";

import type { Observable } from "rxjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createLakeClient } from "../../lib/studio/client.ts";
import { liveAnswer } from "../../lib/studio/live-answer.ts";
import { type LakeProcess, siteToken, startLakeProcess } from "../contract/lake-process.ts";

const options = { events: ["welcome", "mutation", "reconnect"], visibility: "query" } as const;

let lake: LakeProcess;
let door: Server;
let url: string;
let opened: string[] = [];
/** How many of the next questions the door refuses. */
let refusals = 0;
/** How long the door holds back what is asked about listeners, in ms, and what the lake answered to it. */
let slowness = 0;
let answered: (number | undefined)[] = [];

/** A door before the lake that counts what is opened, as the front door would see it. */
beforeAll(async () => {
  lake = await startLakeProcess();
  door = createServer((incoming, outgoing) => {
    opened.push(`${incoming.method} ${incoming.url}`);
    if (incoming.url?.includes("/data/query/") && refusals > 0) {
      refusals -= 1;
      outgoing.writeHead(400).end("{}");
      return;
    }
    const inner = ask(
      `${lake.url}${incoming.url}`,
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        if (incoming.method === "POST") answered.push(answer.statusCode);
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.on("close", () => outgoing.destroy());
      },
    );
    inner.on("error", () => outgoing.destroy());
    outgoing.on("close", () => inner.destroy());
    if (incoming.method === "POST" && slowness > 0)
      setTimeout(() => incoming.pipe(inner), slowness);
    else incoming.pipe(inner);
  });
  await new Promise<void>((done) => door.listen(0, "127.0.0.1", done));
  const address = door.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}, 60_000);

afterAll(async () => {
  door.closeAllConnections();
  door.close();
  await lake.remove();
});

const studioClient = () =>
  createLakeClient({
    projectId: "yiwen",
    dataset: "production",
    apiHost: url,
    apiVersion: "2025-02-19",
    useCdn: false,
    token: siteToken,
  });

/** Collect what a listener hears; `until` waits for the n-th event of a type. */
function hear(events: Observable<{ type: string }>) {
  const heard: { type: string }[] = [];
  const subscription = events.subscribe((event) => heard.push(event));
  const types = () => heard.map(({ type }) => type);
  return {
    types,
    stop: () => subscription.unsubscribe(),
    until: (type: string, count = 1) =>
      expect
        .poll(() => types().filter((each) => each === type).length, { timeout: 15_000 })
        .toBeGreaterThanOrEqual(count),
  };
}

describe("the Studio's client", () => {
  it("carries the listeners of all its clones over one stream", async () => {
    opened = [];
    const client = studioClient();
    const clones = [client, client.withConfig({ apiVersion: "2021-06-07" }), client.clone()];
    const ears = clones.map((clone) =>
      hear(clone.listen(`*[_type == "tag"]`, {}, { ...options, events: [...options.events] })),
    );
    await Promise.all(ears.map((ear) => ear.until("welcome")));
    await lake.client().create({ _id: "tag-a", _type: "tag", title: "泵" });
    await Promise.all(ears.map((ear) => ear.until("mutation")));
    expect(opened.filter((line) => line.startsWith("GET") && line.includes("multiplex"))).toEqual([
      "GET /vX/lake/multiplex",
    ]);
    expect(opened.filter((line) => line.includes("/data/listen/"))).toEqual([]);
    for (const ear of ears) ear.stop();
  });

  it("tells a listener only what it asked for", async () => {
    const client = studioClient();
    const plain = hear(client.listen(`*[_type == "author"]`));
    const other = hear(client.listen(`*[_type == "tag"]`, {}, { events: ["welcome", "mutation"] }));
    await other.until("welcome");
    await lake.client().create({ _id: "author-a", _type: "author", name: "余晓" });
    await plain.until("mutation");
    expect(plain.types()).toEqual(["mutation"]);
    expect(other.types()).toEqual(["welcome"]);
    plain.stop();
    other.stop();
  });

  it("says reconnect and welcome again when the lake was away, and goes on", async () => {
    const ear = hear(
      studioClient().observable.listen(
        `*[_type == "tag"]`,
        {},
        { ...options, events: [...options.events] },
      ),
    );
    await ear.until("welcome");
    await lake.stop("SIGKILL");
    await ear.until("reconnect");
    await lake.restart();
    await ear.until("welcome", 2);
    await lake.client().create({ _id: "tag-b", _type: "tag", title: "阀" });
    await ear.until("mutation");
    expect(ear.types()).toEqual(["welcome", "reconnect", "welcome", "mutation"]);
    ear.stop();
  }, 60_000);
});

describe("the stream that nobody listens to any more", () => {
  const lingerMs = 3000;

  it("is not ended before a slow lake has answered what it was asked about it", async () => {
    const ear = hear(
      studioClient().listen(`*[_type == "tag"]`, {}, { ...options, events: [...options.events] }),
    );
    await ear.until("welcome");
    answered = [];
    slowness = lingerMs + 1000;
    ear.stop();
    await expect.poll(() => answered, { timeout: 30_000 }).toEqual([200]);
    slowness = 0;
  }, 60_000);
});

describe("an answer that is kept up to date", () => {
  const friends = {
    query: `*[_type == "friendLink"] | order(title asc).title`,
    changes: `*[_type == "friendLink"]`,
    perspective: "raw",
    parse: String,
  } as const;

  const patience = { timeout: 15_000 };

  const look = () => {
    const answers: string[] = [];
    const subscription = liveAnswer(studioClient(), friends).subscribe((answer) =>
      answers.push(answer),
    );
    return { newest: () => answers.at(-1), stop: () => subscription.unsubscribe() };
  };

  it("comes though the first questions fail, and follows every change", async () => {
    refusals = 2;
    const seen = look();
    await expect.poll(seen.newest, patience).toBe("");
    expect(refusals).toBe(0);
    await lake.client().create({ _id: "friend-a", _type: "friendLink", title: "阀" });
    await expect.poll(seen.newest, patience).toBe("阀");
    refusals = 1;
    await lake.client().create({ _id: "friend-b", _type: "friendLink", title: "泵" });
    await expect.poll(seen.newest, patience).toBe("泵,阀");
    seen.stop();
  }, 60_000);

  it("hears what happened while the lake could not be heard", async () => {
    const seen = look();
    await expect.poll(seen.newest, patience).toBe("泵,阀");
    await lake.stop("SIGKILL");
    await lake.restart();
    await lake.client().delete("friend-a");
    await expect.poll(seen.newest, patience).toBe("泵");
    seen.stop();
  }, 60_000);
});
