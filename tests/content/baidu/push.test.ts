import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it, onTestFinished, vi } from "vitest";

import { pushToBaidu } from "@/lib/content/baidu/push";
import { readQueue } from "@/lib/content/baidu/queue";

import { openVendor } from "../vendor-server";

const noon = Date.parse("2026-06-01T12:00:00+08:00");
const minute = 60_000;
const midnight = Date.parse("2026-06-02T00:00:00+08:00");

function quietly() {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  onTestFinished(() => warn.mockRestore());
  return warn;
}

function siteAt(url: string, daily: number | null = null) {
  const dataDir = mkdtempSync(join(tmpdir(), "baidu-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const baidu = { token: "push-token", url: `${url}/urls`, daily };
  return { baidu, dataDir, siteUrl: "https://houfan.example" };
}

const taken = (remain: number) => ({ body: { success: 1, remain } });

describe("pushToBaidu", () => {
  it("sends what was published, a line each, with the site and its token", async () => {
    const { calls, url } = await openVendor(() => taken(90));
    const site = siteAt(url);
    await pushToBaidu(["/zh-Hans/news/a", "/zh-Hant/news/a"], site, noon);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url.search).toBe("?site=https%3A%2F%2Fhoufan.example&token=push-token");
    expect(calls[0]?.body).toBe(
      "https://houfan.example/zh-Hans/news/a\nhttps://houfan.example/zh-Hant/news/a",
    );
    expect(readQueue(site.dataDir)).toMatchObject({ waiting: [], sent: 2, day: "2026-06-01" });
  });

  it("asks nobody where no token is configured, and nothing when nothing waits", async () => {
    const { calls, url } = await openVendor(() => taken(90));
    await pushToBaidu(["/zh-Hans"], { ...siteAt(url), baidu: null }, noon);
    await pushToBaidu([], siteAt(url), noon);
    expect(calls).toHaveLength(0);
  });

  it.each([
    { name: "what Baidu says is left", reply: taken(0), waits: ["b"] },
    {
      name: "a refusal for the quota",
      reply: { status: 400, body: { error: 400, message: "over quota" } },
      waits: ["a", "b"],
    },
  ])("keeps to the day's quota: $name", async ({ reply, waits }) => {
    const { calls, url } = await openVendor((_, number) => (number === 1 ? reply : taken(90)));
    const site = siteAt(url);
    await pushToBaidu(["/a"], site, noon);
    await pushToBaidu(["/b"], site, noon + minute);
    await pushToBaidu([], site, midnight - 1);
    expect(calls).toHaveLength(1);
    await pushToBaidu([], site, midnight);
    expect(calls[1]?.body).toBe(waits.map((path) => `https://houfan.example/${path}`).join("\n"));
  });

  it("keeps to the number of addresses a day that the operator set", async () => {
    const { calls, url } = await openVendor(() => taken(90));
    const site = siteAt(url, 3);
    await pushToBaidu(["/a", "/b"], site, noon);
    await pushToBaidu(["/c", "/d"], site, noon);
    await pushToBaidu([], site, noon + minute);
    expect(calls.map(({ body }) => body.split("\n").length)).toEqual([2, 1]);
    await pushToBaidu([], site, midnight);
    expect(calls[2]?.body).toBe("https://houfan.example/d");
  });

  it.each([
    { name: "a fault of Baidu's", reply: { status: 500, body: { error: 500, message: "x" } } },
    { name: "an answer that is no JSON", reply: { status: 502, body: "<html>" } },
  ])("waits twice as long each time after $name, six hours at most", async ({ reply }) => {
    quietly();
    const { calls, url } = await openVendor(() => reply);
    const site = siteAt(url);
    let now = noon;
    const pauses: number[] = [];
    for (let failure = 0; failure < 12; failure += 1) {
      await pushToBaidu(["/a"], site, now);
      await pushToBaidu(["/a"], site, readQueue(site.dataDir).notBefore - 1);
      pauses.push((readQueue(site.dataDir).notBefore - now) / minute);
      now = readQueue(site.dataDir).notBefore;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
    expect(calls).toHaveLength(12);
    expect(readQueue(site.dataDir).waiting).toEqual(["https://houfan.example/a"]);
  });

  it("goes on when Baidu is back", async () => {
    quietly();
    const { url } = await openVendor((_, number) =>
      number === 1 ? { status: 500, body: "" } : taken(90),
    );
    const site = siteAt(url);
    await pushToBaidu(["/a"], site, noon);
    await pushToBaidu([], site, noon + minute);
    expect(readQueue(site.dataDir)).toMatchObject({ waiting: [], failures: 0, notBefore: 0 });
  });

  it("says what to check when the token is wrong, and does not show it", async () => {
    const warn = quietly();
    const { url } = await openVendor(() => ({
      status: 401,
      body: { error: 401, message: "token is not valid" },
    }));
    await pushToBaidu(["/a"], siteAt(url), noon);
    expect(String(warn.mock.calls[0])).toContain("check BAIDU_PUSH_TOKEN");
    expect(String(warn.mock.calls)).not.toContain("push-token");
  });

  it("sends an address that was published twice once, and a hundred at a time", async () => {
    const { calls, url } = await openVendor(() => taken(1_000));
    const site = siteAt(url);
    const paths = Array.from({ length: 130 }, (_, at) => `/${at}`);
    await Promise.all([pushToBaidu(paths, site, noon), pushToBaidu(paths, site, noon)]);
    const sent = calls.map(({ body }) => body.split("\n").length);
    expect(sent[0]).toBe(100);
    expect(Math.max(...sent)).toBe(100);
  });

  it("begins anew with a queue that cannot be read", async () => {
    const { calls, url } = await openVendor(() => taken(9));
    const site = siteAt(url);
    writeFileSync(join(site.dataDir, "baidu-push.json"), "{");
    await pushToBaidu(["/a"], site, noon);
    expect(calls).toHaveLength(1);
  });
});
