import type { SanityClient } from "@sanity/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, startLakeProcess } from "./lake-process.ts";
import { runCommand } from "./run-command.ts";

let lake: LakeProcess;
beforeAll(async () => {
  lake = await startLakeProcess();
});
afterAll(() => lake.remove());

async function ask(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(lake.url + path);
  return { status: response.status, text: await response.text() };
}

/** What comes on an endless answer within this time. */
async function listenFor(path: string, milliseconds: number): Promise<string> {
  const response = await fetch(lake.url + path, { signal: AbortSignal.timeout(milliseconds) });
  let text = "";
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return text;
}

describe("a private dataset", () => {
  const hush = "in a private dataset";
  let client: SanityClient;
  let stranger: SanityClient;

  beforeAll(async () => {
    const environment = { DATA_DIR: lake.dataDir, LAKE_PORT: String(lake.port) };
    const command = ["token", "create", "--role", "administrator"];
    const token = (await runCommand(command, { environment })).stdout.trim();
    client = lake.client({ dataset: "hidden", token });
    stranger = lake.client({ dataset: "hidden", token: "" });
    await client.datasets.create("hidden", { aclMode: "private" });
    await client.create({ _id: "article-1", _type: "article", title: hush });
  });

  it.each([
    "/v2025-02-19/data/query/DATASET?query=*",
    "/v1/data/query/DATASET?query=count(*)",
    "/v2025-02-19/data/doc/DATASET/article-1",
    "/v2025-02-19/data/listen/DATASET?query=*",
    "/v2025-02-19/data/live/events/DATASET",
    "/v2025-02-19/data/references/DATASET/documents/article-1/to",
    "/v2025-02-19/data/export/DATASET",
    "/v2025-02-19/data/history/DATASET/documents/article-1",
    "/vX/projects/yiwen/datasets/DATASET/acl",
  ])("refuses a stranger at %s by one sentence and nothing else", async (path) => {
    for (const spelled of ["hidden", "%68idden"]) {
      const { status, text } = await ask(path.replace("DATASET", spelled));
      expect(status).toBe(401);
      expect(JSON.parse(text)).toMatchObject({ error: { type: "unauthorized" } });
      expect(text).toContain("private: log in or send a token");
      expect(text).not.toContain(hush);
    }
  });

  it("stands in no list that a stranger gets, and says nothing over a listener of his", async () => {
    for (const path of ["/vX/datasets", "/vX/projects/yiwen/datasets"])
      expect((await ask(path)).text).not.toContain("hidden");
    const stream = await fetch(`${lake.url}/vX/lake/multiplex`, {
      signal: AbortSignal.timeout(3000),
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const { connection } = JSON.parse((await reader?.read())?.value ?? "{}");
    const subscribe = [{ id: "a", dataset: "hidden", query: "*" }];
    await fetch(`${lake.url}/vX/lake/multiplex`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ connection, subscribe }),
    });
    expect((await reader?.read())?.value).toMatch(/channelError.*is private/);
    await reader?.cancel();
  });

  it("is shown and hidden as an administrator says, also to who listens already", async () => {
    await expect(stranger.fetch("*[0].title")).rejects.toMatchObject({ statusCode: 401 });
    expect(await client.fetch("*[0].title")).toBe(hush);
    await client.datasets.edit("hidden", { aclMode: "public" });
    expect(await stranger.fetch("*[0].title")).toBe(hush);
    const heard = listenFor("/v2025-02-19/data/listen/hidden?query=*&includeResult=true", 1500);
    const live = listenFor("/v2025-02-19/data/live/events/hidden", 1500);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await client.create({ _id: "article-2", _type: "article", title: "open" });
    await client.datasets.edit("hidden", { aclMode: "private" });
    await client.create({ _id: "article-3", _type: "article", title: "hidden again" });
    expect(await heard).toContain("article-2");
    expect(await heard).not.toContain("hidden again");
    expect((await live).match(/event: message/g)).toHaveLength(1);
    await expect(stranger.fetch("*[0].title")).rejects.toMatchObject({ statusCode: 401 });
  });
});
