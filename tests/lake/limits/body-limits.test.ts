import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type AccessLake, openAccessLake } from "../access-lake.ts";

let site: AccessLake;
beforeAll(async () => {
  site = await openAccessLake();
});
afterAll(() => site.close());

const post = (path: string, body: BodyInit) =>
  site.send(path, {
    method: "POST",
    body,
    headers: { ...site.tokenFor("editor"), "content-type": "application/json" },
  });

describe("limitBodies", () => {
  it.each([
    { path: "/login", bytes: 17 * 1024 },
    { path: "/vX/intake/batch", bytes: 600 * 1024 },
    { path: "/vX/data/query/production", bytes: 3 * 1024 ** 2 },
    { path: "/vX/data/mutate/production", bytes: 17 * 1024 ** 2 },
  ])("refuses $bytes bytes at $path", async ({ path, bytes }) => {
    expect((await post(path, "x".repeat(bytes))).status).toBe(413);
  });

  it("counts what comes without a length, too", async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(64 * 1024).fill(120));
      },
    });
    const init = {
      method: "POST",
      body: endless,
      duplex: "half",
      headers: site.tokenFor("editor"),
    };
    const response = await site.send("/vX/data/query/production", init as RequestInit);
    expect(response.status).toBe(413);
  });

  it("lets a file be larger than any JSON", async () => {
    const response = await post(
      "/vX/assets/files/production?filename=a.bin",
      "x".repeat(18 * 1024 ** 2),
    );
    expect(response.status).toBe(200);
  });
});
