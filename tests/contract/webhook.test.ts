import { createHmac } from "node:crypto";
import { type Server, createServer } from "node:http";
import { join } from "node:path";

import type { SanityClient } from "@sanity/client";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { type LakeProcess, runLakeToEnd, startLakeProcess } from "./lake-process.ts";
import { runCommand } from "./run-command.ts";

type Message = {
  body: Record<string, unknown>;
  text: string;
  headers: Record<string, string | string[] | undefined>;
};

const secret = "webhook-secret";
const received: Message[] = [];
let answer: (message: Message) => number = () => 200;
let receiver: Server;
let lake: LakeProcess;
let client: SanityClient;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      const body = JSON.parse(text) as Record<string, unknown>;
      const message = { body, text, headers: request.headers };
      const status = answer(message);
      received.push(message);
      response.writeHead(status).end("{}");
    });
  });
  const port = await new Promise<number>((resolve) => {
    receiver.listen(0, "127.0.0.1", () => {
      const address = receiver.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const fields = `"slug": slug.current, "category": category._ref, from, to`;
  const hook = {
    name: "revalidate",
    url: `http://127.0.0.1:${port}/api/revalidate`,
    secret,
    dataset: "production",
    filter: '_type == "article" && _id in path("*")',
    projection: `{_id, _type, "operation": delta::operation(), "titleChanged": delta::changedAny(title), "before": before(){${fields}}, "after": after(){${fields}, "categoryTitle": category->title}}`,
  };
  lake = await startLakeProcess({ LAKE_WEBHOOKS: JSON.stringify([hook]), LAKE_LOG: "silent" });
  client = lake.client();
});
afterAll(async () => {
  await lake.remove();
  receiver.close();
});
beforeEach(() => {
  received.length = 0;
  answer = () => 200;
});

const article = (_id: string, slug: string, more: object = {}) => ({
  _id,
  _type: "article",
  slug: { _type: "slug", current: slug },
  ...more,
});
const operations = () =>
  received.map(({ body }) => `${String(body["operation"])} ${String(body["_id"])}`);
const log = (): Promise<Record<string, unknown>[]> =>
  client.request({ url: "/hooks/projects/yiwen/revalidate/messages" });

describe("a webhook", () => {
  it("tells of creation, change and deletion, with what was before and is after", async () => {
    await client.create({ _id: "cat", _type: "category", title: "新闻" });
    const category = { _type: "reference", _ref: "cat" };
    await client.create(article("w1", "old", { category }));
    await client.patch("w1").set({ "slug.current": "new" }).commit();
    await client.delete("w1");
    await expect.poll(() => operations()).toEqual(["create w1", "update w1", "delete w1"]);
    expect(received[0]?.body).toMatchObject({ before: null, after: { categoryTitle: "新闻" } });
    expect(received[1]?.body).toEqual({
      _id: "w1",
      _type: "article",
      operation: "update",
      titleChanged: false,
      before: { slug: "old", category: "cat", from: null, to: null },
      after: { slug: "new", category: "cat", from: null, to: null, categoryTitle: "新闻" },
    });
    expect(received[2]?.body).toMatchObject({ before: { slug: "new" }, after: null });
  });

  it("is signed as Sanity signs, and says what it is about in its headers", async () => {
    const { _rev } = await client.create(article("w2", "signed"));
    await expect.poll(() => received.length).toBe(1);
    const [message] = received;
    const signature = String(message?.headers["sanity-webhook-signature"]);
    const [, time, digest] = /^t=(\d+)[, ]+v1=([^, ]+)$/.exec(signature) ?? [];
    const expected = createHmac("sha256", secret)
      .update(`${time}.${message?.text}`)
      .digest("base64url");
    expect(digest).toBe(expected);
    expect(Math.abs(Date.now() - Number(time))).toBeLessThan(60_000);
    expect(message?.headers).toMatchObject({
      "content-type": "application/json",
      "idempotency-key": expect.stringMatching(/^[\da-f]{40}$/),
      "sanity-operation": "create",
      "sanity-document-id": "w2",
      "sanity-dataset": "production",
      "sanity-project-id": "yiwen",
      "sanity-transaction-id": _rev,
    });
  });

  it("says nothing of drafts, other types and private documents", async () => {
    await client.create(article("drafts.w3", "draft"));
    await client.create(article("secret.w3", "secret"));
    await client.create({ _id: "w3-note", _type: "note" });
    await client.create(article("w3", "public"));
    await expect.poll(() => operations()).toEqual(["create w3"]);
  });

  it("is tried again until it arrives, in order for each document, others not waiting", async () => {
    let failures = 0;
    answer = ({ body }) => (body["_id"] === "w5" && (failures += 1) <= 2 ? 503 : 200);
    await client.create(article("w5", "first"));
    await client.patch("w5").set({ "slug.current": "second" }).commit();
    await client.create(article("w5-other", "other"));
    await expect.poll(() => received.length, { timeout: 10_000 }).toBe(5);
    const own = received.filter(({ body }) => body["_id"] === "w5");
    expect(own.map(({ body }) => body["operation"])).toEqual([
      "create",
      "create",
      "create",
      "update",
    ]);
    expect(new Set(own.slice(0, 3).map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(operations().indexOf("create w5-other")).toBeLessThan(4);
  });

  it("that was refused for good is not tried again, and the log says so", async () => {
    answer = () => 400;
    await client.create(article("w6", "refused"));
    await expect.poll(async () => (await log())[0]?.["status"]).toBe("failed");
    expect((await log())[0]).toMatchObject({ documentId: "w6", attempts: 1, responseStatus: 400 });
    expect(received).toHaveLength(1);
    const stranger = lake.client({ token: "" });
    await expect(stranger.request({ url: "/hooks/projects/yiwen" })).rejects.toMatchObject({
      statusCode: 401,
    });
    expect(JSON.stringify(await client.request({ url: "/hooks/projects/yiwen" }))).not.toContain(
      secret,
    );
  });

  it("is none of a token's business that is for another dataset", async () => {
    const environment = { DATA_DIR: lake.dataDir, LAKE_PORT: String(lake.port) };
    const withToken = async (...more: string[]) => {
      const parameters = ["token", "create", "--role", "administrator", ...more];
      const { stdout } = await runCommand(parameters, { environment });
      return lake.client({ token: stdout.trim() });
    };
    await (await withToken()).datasets.create("other");
    const other = await withToken("--dataset", "other");
    expect(await other.request({ url: "/hooks/projects/yiwen" })).toEqual([]);
    const messages = other.request({ url: "/hooks/projects/yiwen/revalidate/messages" });
    await expect(messages).rejects.toMatchObject({ statusCode: 404 });
  });

  it("survives the death of the lake: what had not arrived is sent after the start", async () => {
    answer = () => 503;
    await client.create(article("w7", "late"));
    await expect.poll(() => received.length, { timeout: 5000 }).toBeGreaterThan(0);
    await lake.stop("SIGKILL");
    const key = received[0]?.headers["idempotency-key"];
    received.length = 0;
    answer = () => 200;
    await lake.restart();
    await expect.poll(() => operations(), { timeout: 5000 }).toContain("create w7");
    const again = received.find(({ body }) => body["_id"] === "w7");
    expect(again?.headers["idempotency-key"]).toBe(key);
    await expect.poll(async () => (await log())[0]?.["status"]).toBe("delivered");
  });

  it("with GROQ that cannot be parsed keeps the lake from starting, with one sentence", async () => {
    const hooks = [{ name: "broken", url: "http://127.0.0.1:9/", filter: "_type ==" }];
    const { code, output } = await runLakeToEnd({
      LAKE_PORT: "0",
      DATA_DIR: join(lake.dataDir, "another"),
      LAKE_WEBHOOKS: JSON.stringify(hooks),
    });
    expect(code).toBe(1);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(output).toContain('webhook "broken"');
  });
});
